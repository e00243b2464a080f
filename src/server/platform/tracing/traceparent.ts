/** Where in a W3C trace a request belongs, as its `traceparent` header says. */
export interface TraceParent {
  traceId: string;
  /** Of the caller's own step. */
  spanId: string;
  /** Bit 1: the caller keeps the trace. */
  flags: number;
}

const traceparent = /^[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(?:-|$)/;
const noTrace = "0".repeat(32);
const noSpan = "0".repeat(16);

/** What a `traceparent` header says; undefined for anything that is none. */
export function traceParentOf(header: string | string[] | undefined): TraceParent | undefined {
  if (typeof header !== "string" || header.startsWith("ff")) return undefined;
  const [, traceId = noTrace, spanId = noSpan, flags = ""] = traceparent.exec(header) ?? [];
  if (traceId === noTrace || spanId === noSpan) return undefined;
  return { traceId, spanId, flags: Number.parseInt(flags, 16) };
}
