import { type Metric, Registry, type RegistryContentType } from "prom-client";
import type { Family } from "./family.ts";

/** What a scraper is answered. */
export interface Exposition {
  contentType: string;
  body: string;
}

/** In the format that is asked for: OpenMetrics, which alone carries exemplars, or Prometheus' own. */
export async function expose(families: readonly Family[], accept: string | undefined): Promise<Exposition> {
  const isOpen = accept?.includes("application/openmetrics-text") ?? false;
  const contentType: RegistryContentType = isOpen
    ? Registry.OPENMETRICS_CONTENT_TYPE
    : Registry.PROMETHEUS_CONTENT_TYPE;
  const registry = new Registry<RegistryContentType>();
  registry.setContentType(contentType);
  for (const family of families) {
    // OpenMetrics gives counters their ending in the samples only.
    const name = isOpen && family.type === "counter" ? family.name.replace(/_total$/, "") : family.name;
    const metric = { ...family, name, get: async () => ({ ...family, name }) };
    registry.registerMetric(metric as unknown as Metric<string>);
  }
  return { contentType, body: await registry.metrics() };
}
