import type { FastifyInstance } from "fastify";
import type { Log } from "../logging/log.ts";
import { maskedUrl } from "./masked-url.ts";

export interface TimingOptions {
  log: Pick<Log, "warn">;
  slowRequestMs: number;
}

const rounded = (milliseconds: number) => Math.round(milliseconds * 10) / 10;

/** Says on every answer how long it took to make, and in the log which ones took too long. */
export function timeRequests(server: FastifyInstance, { log, slowRequestMs }: TimingOptions): void {
  server.addHook("onSend", async (_request, reply, payload) => {
    reply.header("server-timing", `app;dur=${rounded(reply.elapsedTime)}`);
    return payload;
  });
  server.addHook("onResponse", async (request, reply) => {
    if (reply.elapsedTime <= slowRequestMs) return;
    const line = {
      requestId: request.id,
      method: request.method,
      url: maskedUrl(request),
      status: reply.statusCode,
      milliseconds: rounded(reply.elapsedTime),
    };
    log.warn(line, "slow request");
  });
}
