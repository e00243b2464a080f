import type { CacheKind, CacheOptions } from "./cache.ts";
import type { Lifetime } from "./memory-tier.ts";

/** The performance guide, section 2.2. */
const ttlSecondsOf: Record<CacheKind, number> = { session: 86_400, application: 3_600, static: 86_400 };

/** That something does not exist may change without anybody knowing its tags. */
const negativeTtlSeconds = 30;

const staleIfErrorSeconds = 600;

/** How long a value that was stored at the instant may be shown. */
export function lifetimeOf<T>(options: CacheOptions<T>, value: T, storedAtMs: number): Lifetime {
  const given = options.ttlSeconds ?? ttlSecondsOf[options.kind];
  const isNegative = value === null || value === undefined;
  const ttlSeconds = isNegative ? Math.min(given, negativeTtlSeconds) : jittered(given);
  const freshUntilMs = storedAtMs + ttlSeconds * 1000;
  if (isNegative) return { freshUntilMs, staleUntilMs: freshUntilMs, keptUntilMs: freshUntilMs };
  const staleUntilMs = freshUntilMs + (options.staleWhileRevalidateSeconds ?? 0) * 1000;
  const keptUntilMs = freshUntilMs + (options.staleIfErrorSeconds ?? staleIfErrorSeconds) * 1000;
  return { freshUntilMs, staleUntilMs, keptUntilMs: Math.max(staleUntilMs, keptUntilMs) };
}

/** Up to a tenth shorter or longer. */
function jittered(seconds: number): number {
  return seconds * (0.9 + 0.2 * Math.random());
}
