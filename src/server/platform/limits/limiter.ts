import { keyedHash } from "../crypto/token.ts";
import type { Clock } from "../time/clock.ts";
import type { SharedCounts } from "./shared-counts.ts";
import { createWaiting } from "./waiting.ts";
import { createWindows, type Window } from "./windows.ts";

/** Whose account a request is counted on. */
export type Payer =
  | { kind: "person"; id: string }
  /** What an anonymous request names: the response it writes, the account it tries to open. */
  | { kind: "key"; id: string; network: string }
  | { kind: "network"; network: string };

/** What a request has cost. */
export type Cost = "failure" | "write";

/** Where a payer stands with the budget that was counted on. */
export interface Standing {
  limit: number;
  remaining: number;
  resetSeconds: number;
  windowSeconds: number;
}

export interface Limiter {
  /** Where they stand, if they have to wait. Looks into this process's memory only. */
  refusal(payer: Payer): Standing | undefined;
  /** Counts a request that has been answered; other processes hear of it without anybody waiting for that. */
  count(payer: Payer, cost: Cost): Standing;
  /** Keys held in memory, for tests and figures. */
  readonly size: number;
  close(): Promise<void>;
}

export interface LimiterOptions {
  /** Failures of one payer in a window; also successful writes when they count as requests. */
  max: number;
  windowMinutes: number;
  /** Whether successful writes use up the same budget as failures, as the guide has it outside production. */
  doSuccessesCount: boolean;
  appSecret: string;
  clock: Clock;
  shared?: SharedCounts | undefined;
  /** The most keys that are remembered; about 200 bytes each. */
  maxKeys?: number;
}

/** Of successful writes, and of keys that one network brings along: for scripts, far from what people do. */
const generousFactor = 10;

type Budget = "failures" | "writes" | "newcomers";

const largest = (max: number, doSuccessesCount: boolean): Record<Budget, number> => ({
  failures: max,
  writes: max * (doSuccessesCount ? 1 : generousFactor),
  newcomers: max * generousFactor,
});

/** Counts failures and writes per payer in windows of equal length. */
export function createLimiter(options: LimiterOptions): Limiter {
  const { max, windowMinutes, doSuccessesCount, appSecret, clock, shared, maxKeys = 50_000 } = options;
  const windowMs = windowMinutes * 60_000;
  const windows = createWindows({ windowMs, maxKeys });
  const maxOf = largest(max, doSuccessesCount);
  const now = () => clock.now().getTime();
  const waiting = createWaiting({ maxKeys, now });
  const keyOf = (budget: Budget, who: string) => `${budget}:${keyedHash(appSecret, `limit ${who}`).slice(0, 32)}`;

  const standing = (budget: Budget, { used, resetsAtMs }: Window): Standing => ({
    limit: maxOf[budget],
    remaining: Math.max(0, maxOf[budget] - used),
    resetSeconds: Math.max(1, Math.ceil((resetsAtMs - now()) / 1000)),
    windowSeconds: windowMs / 1000,
  });

  function add(budget: Budget, who: string, isFirst?: () => void): Window {
    const key = keyOf(budget, who);
    const note = (window: Window) => {
      if (window.used >= maxOf[budget]) waiting.add(key, window.resetsAtMs);
    };
    const window = windows.add(key, now());
    if (window.used === 1) isFirst?.();
    note(window);
    void shared?.add(key).then((all) => {
      if (all) note(windows.raise(key, { used: all.used, resetsAtMs: now() + all.msLeft }));
    });
    return window;
  }

  function waitOf(budget: Budget, who: string): Standing | undefined {
    const untilMs = waiting.until(keyOf(budget, who));
    return untilMs === undefined ? undefined : standing(budget, { used: maxOf[budget], resetsAtMs: untilMs });
  }

  return {
    refusal(payer) {
      if (waiting.isEmpty) return undefined;
      const who = nameOf(payer);
      const own = waitOf("failures", who) ?? waitOf("writes", who);
      if (own || payer.kind !== "key") return own;
      const isKnown = (["failures", "writes"] as const).some((budget) => windows.has(keyOf(budget, who), now()));
      return isKnown ? undefined : waitOf("newcomers", payer.network);
    },
    count(payer, cost) {
      const who = nameOf(payer);
      const budget = cost === "failure" || doSuccessesCount ? "failures" : "writes";
      // Whoever makes up a new key for every request would else never meet a limit.
      const comeAnew = payer.kind === "key" ? () => void add("newcomers", payer.network) : undefined;
      return standing(budget, add(budget, who, comeAnew));
    },
    get size() {
      return windows.size + waiting.size;
    },
    close: async () => shared?.close(),
  };
}

const nameOf = (payer: Payer): string =>
  payer.kind === "network" ? `network ${payer.network}` : `${payer.kind} ${payer.id}`;
