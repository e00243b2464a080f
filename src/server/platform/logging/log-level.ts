import type { Log } from "./log.ts";

export interface LevelChange {
  level: string;
  /** After so long the level is again what the settings say. */
  forMs: number;
}

/** The level of this process' log, which may be another one for a while. */
export interface LogLevel {
  change(wanted: LevelChange): void;
  /** What the settings say, now. */
  reset(): void;
}

/** The level that the log has now is the one it goes back to. */
export function createLogLevel(log: Pick<Log, "level">): LogLevel {
  const usual = log.level;
  let timer: NodeJS.Timeout | undefined;
  const reset = () => {
    clearTimeout(timer);
    log.level = usual;
  };
  return {
    change({ level, forMs }) {
      clearTimeout(timer);
      log.level = level;
      timer = setTimeout(reset, forMs).unref();
    },
    reset,
  };
}
