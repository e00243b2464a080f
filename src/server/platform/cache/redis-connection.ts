import { Redis } from "ioredis";
import { redisOptionsOf } from "./redis-url.ts";

/** For what the driver itself asks when it connects. */
const handshakeWithinMs = 1_000;
const longestPauseMs = 500;

/** Answers with bytes as they are; the driver has it, its types do not. */
interface WithBytes {
  evalshaBuffer(sha: string, keyCount: number, ...keysAndArguments: (string | Buffer)[]): Promise<unknown>;
}

/**
 * A connection that fails fast and comes back by itself: nothing waits in line while it is down, and what was under way
 * when it broke fails at once. Its errors are told by what runs into them.
 */
export function connectRedis(url: string): Redis & WithBytes {
  const options = redisOptionsOf(url);
  if (!options) throw new Error("not the address of a Redis");
  const pause = (attempt: number) => Math.min(attempt * 50, longestPauseMs);
  const redis = new Redis({
    ...options,
    commandTimeout: handshakeWithinMs,
    connectTimeout: handshakeWithinMs,
    enableAutoPipelining: true,
    enableOfflineQueue: false,
    // Without this check a connection that breaks while it is made counts as ready for good and is never made anew.
    enableReadyCheck: true,
    disableClientInfo: true,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: pause,
    sentinelRetryStrategy: pause,
    sentinelCommandTimeout: 500,
    // A master that became a replica: asks again where the master is.
    reconnectOnError: (error) => error.message.startsWith("READONLY"),
  });
  redis.on("error", () => undefined);
  return redis as Redis & WithBytes;
}
