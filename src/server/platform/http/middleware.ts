import type { FastifyInstance } from "fastify";
import type { Settings } from "../config/settings.ts";
import { createLimiter, type Limiter } from "../limits/limiter.ts";
import type { SharedCounts } from "../limits/shared-counts.ts";
import type { Log } from "../logging/log.ts";
import type { Maintenance } from "../maintenance/maintenance.ts";
import type { Clock } from "../time/clock.ts";
import { compressAnswers } from "./compress.ts";
import { limitRequests } from "./limit-requests.ts";
import { type LoopLag, watchLoopLag } from "./loop-lag.ts";
import { watchMemory } from "./memory-watch.ts";
import type { Pages } from "./page-route.ts";
import { timeRequests } from "./request-timing.ts";
import { shedLoad } from "./shed-load.ts";
import { rememberSlowRequests, type SlowRequests } from "./slow-requests.ts";

/** What stands between the network and the routes, and what it is set to. */
export interface Middleware {
  log: Log;
  clock: Clock;
  limiter: Limiter;
  loopLag: LoopLag;
  shedLagMs: number;
  slowRequestMs: number;
  slowRequests: SlowRequests;
  warnMegabytes: number;
  maintenance: Maintenance;
  close(): Promise<void>;
}

type MiddlewareSettings = Pick<
  Settings,
  | "NODE_ENV"
  | "APP_SECRET"
  | "REDIS_URL"
  | "LIMIT_MAX"
  | "LIMIT_WINDOW_MINUTES"
  | "SHED_LAG_MS"
  | "SLOW_REQUEST_MS"
  | "MEMORY_WARN_MB"
>;

interface MiddlewareDeps {
  clock: Clock;
  log: Log;
  maintenance: Maintenance;
}

export async function createMiddleware(
  settings: MiddlewareSettings,
  { clock, log, maintenance }: MiddlewareDeps,
): Promise<Middleware> {
  const { REDIS_URL: redisUrl, LIMIT_WINDOW_MINUTES: windowMinutes } = settings;
  const limiter = createLimiter({
    max: settings.LIMIT_MAX,
    windowMinutes,
    doSuccessesCount: settings.NODE_ENV !== "production",
    appSecret: settings.APP_SECRET,
    clock,
    shared: redisUrl === undefined ? undefined : await countsIn(redisUrl, windowMinutes * 60, log),
  });
  const loopLag = watchLoopLag();
  return {
    log,
    clock,
    limiter,
    loopLag,
    shedLagMs: settings.SHED_LAG_MS,
    slowRequestMs: settings.SLOW_REQUEST_MS,
    slowRequests: rememberSlowRequests(),
    warnMegabytes: settings.MEMORY_WARN_MB,
    maintenance,
    async close() {
      loopLag.stop();
      await limiter.close();
    },
  };
}

async function countsIn(redisUrl: string, windowSeconds: number, log: Log): Promise<SharedCounts> {
  const { shareCounts } = await import("../limits/shared-counts.ts");
  return shareCounts({ redisUrl, windowSeconds, log });
}

/** Before anything is looked up. */
export function shed(server: FastifyInstance, { log, shedLagMs, loopLag }: Middleware, pages: Pages): void {
  shedLoad(server, { log, shedLagMs, loopLag, renderFailure: pages.renderFailure });
}

/** Once it is known who asks. */
export function protect(server: FastifyInstance, middleware: Middleware): void {
  const { log, limiter, warnMegabytes } = middleware;
  limitRequests(server, limiter);
  compressAnswers(server);
  timeRequests(server, middleware);
  watchMemory(server, { log, warnMegabytes });
}
