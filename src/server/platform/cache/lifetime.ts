import type { CacheKind, CacheOptions } from "./cache.ts";
import type { Lifetime } from "./memory-tier.ts";

/** The performance guide, section 2.2. */
const ttlSecondsOf: Record<CacheKind, number> = { session: 86_400, application: 3_600, static: 86_400 };

/** That something does not exist may change without anybody knowing its tags. */
const negativeTtlSeconds = 30;

const staleIfErrorSeconds = 600;

/** A lifetime for a new value: different for each. */
export function freshMsOf<T>(options: CacheOptions<T>, value: T): number {
  const seconds = options.ttlSeconds ?? ttlSecondsOf[options.kind];
  return 1000 * (isNegative(value) ? Math.min(seconds, negativeTtlSeconds) : jittered(seconds));
}

/** How long a value that was stored at the instant may be shown. */
export function lifetimeOf<T>(
  options: CacheOptions<T>,
  value: T,
  { storedAtMs, freshMs }: { storedAtMs: number; freshMs: number },
): Lifetime {
  const freshUntilMs = storedAtMs + freshMs;
  if (isNegative(value)) return { freshUntilMs, staleUntilMs: freshUntilMs, keptUntilMs: freshUntilMs };
  const staleUntilMs = freshUntilMs + staleMsOf(options);
  const keptUntilMs = freshUntilMs + (options.staleIfErrorSeconds ?? staleIfErrorSeconds) * 1000;
  return { freshUntilMs, staleUntilMs, keptUntilMs: Math.max(staleUntilMs, keptUntilMs) };
}

export function staleMsOf<T>({ staleWhileRevalidateSeconds = 0 }: CacheOptions<T>): number {
  return staleWhileRevalidateSeconds * 1000;
}

const isNegative = (value: unknown) => value === null || value === undefined;

/** Up to a tenth shorter or longer. */
function jittered(seconds: number): number {
  return seconds * (0.9 + 0.2 * Math.random());
}
