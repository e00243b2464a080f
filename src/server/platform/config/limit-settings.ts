import { about, wholeNumber } from "./setting.ts";

/** How much is too much: of requests, of time, of memory. */
export const limitSettings = {
  LIMIT_MAX: about(wholeNumber(1, 10_000_000).optional(), {
    group: "Limits",
    expects: "a whole number from 1 to 10000000",
    description:
      "Failed requests of one person (or response, or anonymous address) in a window; successful writes may be ten times as many in production and count as much elsewhere.",
    shownDefault: "100 in production, 1000 elsewhere",
  }),
  LIMIT_WINDOW_MINUTES: about(wholeNumber(1, 1_440).prefault("15"), {
    group: "Limits",
    expects: "a whole number from 1 to 1440",
    description: "How long a window of LIMIT_MAX is.",
  }),
  SHED_LAG_MS: about(wholeNumber(50, 600_000).prefault("1000"), {
    group: "Limits",
    expects: "a whole number from 50 to 600000",
    description:
      "Milliseconds the process may lag behind before it answers 503 to all but /health, /ready and /metrics.",
  }),
  SLOW_REQUEST_MS: about(wholeNumber(1, 600_000).prefault("1000"), {
    group: "Limits",
    expects: "a whole number from 1 to 600000",
    description: "Milliseconds after which the log warns of a slow request.",
  }),
  MEMORY_WARN_MB: about(wholeNumber(1, 1_000_000).prefault("500"), {
    group: "Limits",
    expects: "a whole number from 1 to 1000000",
    description: "Megabytes of heap in use above which the log warns, at most once a minute.",
  }),
};
