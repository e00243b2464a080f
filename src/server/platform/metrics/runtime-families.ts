import { collectDefaultMetrics, Registry } from "prom-client";
import type { Family } from "./family.ts";

/** CPU, memory, heap and handles under the names that every Node.js dashboard knows. Watches from the first call on. */
export function watchRuntime(): () => Promise<Family[]> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  // It drops pauses; ours stand beside it.
  registry.removeSingleMetric("nodejs_gc_duration_seconds");
  return async () => (await registry.getMetricsAsJSON()) as unknown as Family[];
}
