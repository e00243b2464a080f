import type { FastifyInstance, FastifyRequest } from "fastify";
import { traceParentOf } from "../tracing/traceparent.ts";
import type { RequestSpan, Tracing } from "../tracing/tracing.ts";
import { isEventStream } from "./event-stream.ts";

/** A span for every request, but for probes and for streams, which last as long as somebody looks. */
export function traceRequests(server: FastifyInstance, tracing: Tracing): void {
  const spans = new WeakMap<FastifyRequest, RequestSpan>();
  server.addHook("onRequest", (request, _reply, done) => {
    const { method, headers, routeOptions } = request;
    if (routeOptions.config?.isProbe) return done();
    // An answer without a name must not lie in one trace with what the same person does under theirs.
    const parent = routeOptions.config?.isUnlinkable ? undefined : traceParentOf(headers.traceparent);
    const span = tracing.begin({ method, parent });
    spans.set(request, span);
    request.traceId = span.traceId ?? request.traceId;
    span.run(done);
  });
  // Whoever waits for a body comes back from outside of the request.
  server.addHook("preValidation", (request, _reply, done) => {
    const span = spans.get(request);
    if (span) span.run(done);
    else done();
  });
  server.addHook("onResponse", async (request, reply) => {
    if (isEventStream(reply)) return;
    spans.get(request)?.end({ route: request.routeOptions.url, status: reply.statusCode });
  });
}
