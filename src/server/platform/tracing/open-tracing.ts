import { productVersion } from "../config/product-version.ts";
import type { Settings } from "../config/settings.ts";
import type { Log } from "../logging/log.ts";
import type { Tracing } from "./tracing.ts";

type TracingSettings = Pick<
  Settings,
  | "OTEL_EXPORTER_OTLP_ENDPOINT"
  | "OTEL_EXPORTER_OTLP_HEADERS"
  | "OTEL_SERVICE_NAME"
  | "OTEL_TRACES_SAMPLER"
  | "OTEL_TRACES_SAMPLER_ARG"
  | "OTEL_BSP_SCHEDULE_DELAY"
>;

/** Traces for the collector that is set. Without one there are none, and the library that makes them is never loaded. */
export async function openTracing(
  settings: TracingSettings,
  log: Pick<Log, "info" | "warn">,
): Promise<Tracing | undefined> {
  const endpoint = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (endpoint === undefined) return undefined;
  const { createOtlpTracing } = await import("./otlp-tracing.ts");
  return createOtlpTracing({
    ...{ endpoint, log, version: productVersion() },
    headers: headersOf(settings.OTEL_EXPORTER_OTLP_HEADERS),
    service: settings.OTEL_SERVICE_NAME,
    sampler: settings.OTEL_TRACES_SAMPLER,
    ratio: settings.OTEL_TRACES_SAMPLER_ARG,
    sendEveryMs: settings.OTEL_BSP_SCHEDULE_DELAY,
  });
}

function headersOf(setting = ""): Record<string, string> {
  const pairs = setting.split(",").filter((pair) => pair !== "");
  return Object.fromEntries(
    pairs.map((pair) => [pair.split("=", 1)[0], decodeURIComponent(pair.slice(pair.indexOf("=") + 1))]),
  );
}
