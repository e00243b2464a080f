import type { FastifyInstance } from "fastify";
import type { Log } from "../logging/log.ts";
import type { Clock } from "../time/clock.ts";
import { isEventStream } from "./event-stream.ts";
import { maskedUrl } from "./masked-url.ts";
import type { SlowRequests } from "./slow-requests.ts";

export interface TimingOptions {
  log: Pick<Log, "warn">;
  clock: Clock;
  slowRequestMs: number;
  slowRequests: SlowRequests;
}

const rounded = (milliseconds: number) => Math.round(milliseconds * 10) / 10;

/** Says on every answer how long it took to make, and in the log which ones took too long. */
export function timeRequests(server: FastifyInstance, { log, clock, ...options }: TimingOptions): void {
  const { slowRequestMs, slowRequests } = options;
  server.addHook("onSend", async (_request, reply, payload) => {
    reply.header("server-timing", `app;dur=${rounded(reply.elapsedTime)}`);
    return payload;
  });
  server.addHook("onResponse", async (request, reply) => {
    if (reply.elapsedTime <= slowRequestMs || isEventStream(reply)) return;
    const line = {
      requestId: request.id,
      method: request.method,
      url: maskedUrl(request),
      status: reply.statusCode,
      milliseconds: rounded(reply.elapsedTime),
    };
    slowRequests.add({ at: clock.now().toISOString(), ...line });
    log.warn(line, "slow request");
  });
}
