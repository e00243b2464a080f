import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import type { SpanExporter } from "@opentelemetry/sdk-trace";
import type { Log } from "../logging/log.ts";

export interface ExporterOptions {
  /** Of the collector; its path for traces is added. */
  endpoint: string;
  headers: Readonly<Record<string, string>>;
  log: Pick<Log, "info" | "warn">;
}

/** With its tries again, of which the library has some. What is not taken by then is lost. */
export const sendWithinMs = 5_000;

/** Sends spans by OTLP over HTTP, in JSON. A collector that takes none is said once, and once that it does again. */
export function createExporter({ endpoint, headers, log }: ExporterOptions): SpanExporter {
  const url = `${endpoint.replace(/\/+$/, "")}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: sendWithinMs });
  let isFailing = false;
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const reason = result.error?.message;
        if (reason !== undefined && !isFailing) log.warn({ reason }, "the collector takes no traces; they are lost");
        if (reason === undefined && isFailing) log.info("the collector takes traces again");
        isFailing = reason !== undefined;
        done(result);
      });
    },
    forceFlush: () => exporter.forceFlush(),
    shutdown: () => exporter.shutdown(),
  };
}
