import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from "@opentelemetry/api";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { Sampler } from "../config/tracing-settings.ts";
import type { RanStatement } from "../db/connection.ts";
import { statementName } from "../db/statement-name.ts";
import { createExporter, type ExporterOptions, sendWithinMs } from "./exporter.ts";
import { summaryOf } from "./statement-summary.ts";
import type { AroundLoad, BegunRequest, RequestSpan, Tracing } from "./tracing.ts";

export interface OtlpOptions extends ExporterOptions {
  service: string;
  version: string;
  sampler: Sampler;
  /** For those samplers that keep a share of the traces. */
  ratio: number;
  sendEveryMs: number;
}

/** What waits to be sent: beyond this many spans new ones are dropped, so that a collector can never fill the memory. */
const queue = { maxQueueSize: 2_048, maxExportBatchSize: 512 };
/** What is left of the time for closing when the process was asked to stop. */
const flushWithinMs = 2_500;
const knownMethods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Traces by the official library, without any of its global state: nothing else of the process is instrumented. */
export function createOtlpTracing(options: OtlpOptions): Tracing {
  const { service, version } = options;
  const provider = new TracerProvider({
    sampler: samplerOf(options),
    resource: resourceFromAttributes({
      "service.name": service,
      "service.version": version,
      "service.instance.id": randomUUID(),
      "process.pid": process.pid,
    }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: createExporter(options),
        ...queue,
        scheduledDelayMillis: options.sendEveryMs,
        exportTimeoutMillis: sendWithinMs,
      }),
    ],
  });
  const tracer = provider.getTracer("workshopsai", version);
  const current = new AsyncLocalStorage<Context>();
  return {
    begin: (request) => requestSpan({ tracer, current }, request),
    onStatement(statement) {
      const parent = current.getStore();
      if (parent) recordStatement(tracer, parent, statement);
    },
    aroundLoad: aroundLoad({ tracer, current }),
    async close() {
      const closed = provider.shutdown().catch(() => undefined); // Its exporter has said so.
      await Promise.race([closed, delay(flushWithinMs, undefined, { ref: false })]);
    },
  };
}

function samplerOf({ sampler, ratio }: OtlpOptions) {
  const share = sampler.endsWith("always_on") ? 1 : sampler.endsWith("always_off") ? 0 : ratio;
  const root = new TraceIdRatioBasedSampler(share);
  return sampler.startsWith("parentbased_") ? new ParentBasedSampler({ root }) : root;
}

interface Tools {
  tracer: Tracer;
  current: AsyncLocalStorage<Context>;
}

function requestSpan({ tracer, current }: Tools, { method, parent, begunAt }: BegunRequest): RequestSpan {
  const known = knownMethods.has(method) ? method : "_OTHER";
  const above = parent ? trace.setSpanContext(ROOT_CONTEXT, remote(parent)) : ROOT_CONTEXT;
  const span = tracer.startSpan(
    known,
    { kind: SpanKind.SERVER, attributes: { "http.request.method": known }, ...(begunAt ? { startTime: begunAt } : {}) },
    above,
  );
  const context = trace.setSpan(ROOT_CONTEXT, span);
  return {
    traceId: span.isRecording() ? span.spanContext().traceId : undefined,
    run: (work) => (span.isRecording() ? current.run(context, work) : work()),
    end({ route, status }) {
      span.setAttribute("http.response.status_code", status);
      if (route !== undefined) {
        span.setAttribute("http.route", route);
        span.updateName(`${known} ${route}`);
      }
      if (status >= 500) fail(span, String(status));
      span.end();
    },
  };
}

const remote = ({ traceId, spanId, flags }: NonNullable<BegunRequest["parent"]>) => ({
  ...{ traceId, spanId, isRemote: true },
  traceFlags: flags & 1,
});

function recordStatement(tracer: Tracer, parent: Context, { way, milliseconds, text, hasFailed }: RanStatement): void {
  const endTime = performance.now();
  const { operation, table } = summaryOf(text);
  const name = table ? `${operation} ${table}` : operation;
  const prepared = statementName(text);
  const attributes = {
    "db.system.name": "postgresql",
    "db.operation.name": operation,
    "db.query.summary": name,
    "workshopsai.db.way": way,
    ...(table ? { "db.collection.name": table } : {}),
    ...(prepared ? { "workshopsai.db.statement": prepared } : {}),
  };
  const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes, startTime: endTime - milliseconds }, parent);
  if (hasFailed) fail(span, "statement_failed");
  span.end(endTime);
}

/** What a key begins with says what is kept; behind it there may be a person or the words of a search. */
const nounOf = (key: string) => /^([a-z]+(?:-[a-z]+)*)(?::|$)/.exec(key)?.[1] ?? "value";

const aroundLoad =
  ({ tracer, current }: Tools): AroundLoad =>
  async ({ key, kind }, load) => {
    const parent = current.getStore();
    if (!parent) return load();
    const noun = nounOf(key);
    const attributes = { "workshopsai.cache.entry": noun, "workshopsai.cache.kind": kind };
    const span = tracer.startSpan(`compute ${noun}`, { attributes }, parent);
    try {
      return await current.run(trace.setSpan(parent, span), load);
    } catch (error) {
      fail(span, "computation_failed");
      throw error;
    } finally {
      span.end();
    }
  };

/** Never with the failure's own words: they may hold a value. */
function fail(span: Span, type: string): void {
  span.setAttribute("error.type", type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
