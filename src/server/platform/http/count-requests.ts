import type { FastifyInstance } from "fastify";
import type { RequestCounts } from "../metrics/request-counts.ts";
import { traceParentOf } from "../tracing/traceparent.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Asked by machines about the process itself: nobody has to be known for it, and it counts as no request. */
    isProbe?: boolean;
  }
  interface FastifyRequest {
    /** Of the W3C trace that the request belongs to, when it says so; never where the answer has no name on it. */
    traceId: string | undefined;
  }
}

/**
 * Counts every answer by its route's pattern and how long it took, but for streams, which last as long as somebody looks,
 * and what maintenance refuses.
 */
export function countRequests(server: FastifyInstance, requests: Pick<RequestCounts, "record">): void {
  server.decorateRequest("traceId", undefined);
  server.addHook("onRequest", async (request) => {
    if (request.routeOptions.config?.isUnlinkable) return;
    request.traceId = traceParentOf(request.headers.traceparent)?.traceId;
  });
  server.addHook("onResponse", async (request, reply) => {
    const { method, traceId, routeOptions } = request;
    if (routeOptions.config?.isProbe) return;
    // Refused on purpose: counted as a failure it would wake whoever announced it.
    if (request.failureCode === "maintenance") return;
    if (String(reply.getHeader("content-type")).startsWith("text/event-stream")) return;
    requests.record(routeOptions.url, { method, status: reply.statusCode, milliseconds: reply.elapsedTime, traceId });
  });
}
