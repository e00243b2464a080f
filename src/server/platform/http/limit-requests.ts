import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../../../shared/kernel/error.ts";
import type { Cost, Limiter, Standing } from "../limits/limiter.ts";
import { networkOf } from "../limits/network-of.ts";
import { isWrite, payerOf } from "./payer-of.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** True on a POST that changes nothing, such as a query too long for an address. */
    onlyReads?: boolean;
  }
  interface FastifyRequest {
    /** The code of the failure that is being answered. */
    failureCode: string | undefined;
  }
}

/** Never refused: what says how the process is, and what a page that says "wait" is made of. */
const alwaysOpen = /^\/(?:health|ready|metrics|assets\/.*|favicon\.(?:ico|svg)|theme\.js)(?:\?|$)/;
/** Files that browsers and crawlers ask for by themselves. */
const askedUnbidden =
  /^\/\.well-known\/|\.(?:ico|png|svg|jpe?g|webp|gif|css|js|map|woff2?|txt|xml|webmanifest)(?:\?|$)/;

/** Refuses those who have failed or written too often, and counts how requests end. */
export function limitRequests(server: FastifyInstance, limiter: Limiter): void {
  server.decorateRequest("failureCode", undefined);
  server.addHook("onRequest", async (request, reply) => refuse(limiter, request, reply));
  server.addHook("preHandler", async (request, reply) => {
    if (request.actor.kind === "anonymous" && isWrite(request)) refuse(limiter, request, reply);
  });
  server.addHook("onSend", async (request, reply, payload) => {
    const cost = costOf(request, reply.statusCode);
    if (cost === undefined) return payload;
    const payer = payerOf(request) ?? { kind: "network" as const, network: networkOf(request.ip) };
    // Nothing good is held against a whole house.
    if (cost === "failure" || payer.kind !== "network") describe(reply, limiter.count(payer, cost));
    return payload;
  });
}

function refuse(limiter: Limiter, request: FastifyRequest, reply: FastifyReply): void {
  if (alwaysOpen.test(request.url)) return;
  const payer = payerOf(request);
  const standing = payer && limiter.refusal(payer);
  if (!standing) return;
  describe(reply, standing);
  throw new AppError("too_many_requests", { retryAfterSeconds: standing.resetSeconds });
}

/** What a request has cost; undefined when it is free. */
function costOf(request: FastifyRequest, status: number): Cost | undefined {
  if (status < 400) return isWrite(request) ? "write" : undefined;
  if (status >= 500 || status === 429 || alwaysOpen.test(request.url)) return undefined;
  // Another site made the browser send it; its owner must not pay.
  if (request.failureCode === "cross_site_request") return undefined;
  return status === 404 && request.method === "GET" && askedUnbidden.test(request.url) ? undefined : "failure";
}

/** As browsers' and proxies' libraries read it: draft-ietf-httpapi-ratelimit-headers, before its headers were merged. */
function describe(reply: FastifyReply, { limit, remaining, resetSeconds, windowSeconds }: Standing): void {
  reply
    .header("ratelimit-limit", limit)
    .header("ratelimit-remaining", remaining)
    .header("ratelimit-reset", resetSeconds)
    .header("ratelimit-policy", `${limit};w=${windowSeconds}`);
}
