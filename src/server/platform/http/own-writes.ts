import type { FastifyInstance } from "fastify";
import { readContext } from "../db/read-context.ts";

const name = "wrote";
const forSeconds = 15;
/** How far the clocks of two hosts may be apart. */
const skewMs = 1_000;
const inCookies = new RegExp(`(?:^|;\\s*)${name}=(\\d{1,15})(?:;|$)`);

/**
 * Lets requests that only read go to replicas, and sends people who have just written something past those that do not
 * have it yet: a cookie says when they wrote. Whoever forges it only sends themselves to the primary, or reads
 * something older.
 */
export function followOwnWrites(server: FastifyInstance, { isSecure }: { isSecure: boolean }): void {
  server.addHook("onRequest", (request, _reply, done) => {
    if (!isRead(request.method)) return done();
    readContext.run({ ownWritesUntilMs: ownWritesUntil(request.headers.cookie) }, done);
  });
  server.addHook("onSend", async (request, reply) => {
    if (isRead(request.method) || reply.statusCode >= 400) return;
    const secure = isSecure ? "; Secure" : "";
    const cookie = `${name}=${Date.now()}; Path=/; Max-Age=${forSeconds}; HttpOnly; SameSite=Lax${secure}`;
    reply.header("set-cookie", cookie); // Added to those that are there.
  });
}

const isRead = (method: string) => method === "GET" || method === "HEAD";

function ownWritesUntil(cookies: string | undefined): number {
  const given = cookies === undefined ? undefined : inCookies.exec(cookies)?.[1];
  return given === undefined ? 0 : Math.min(Number(given), Date.now()) + skewMs;
}
