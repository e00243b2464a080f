import pino, { type DestinationStream, type Logger } from "pino";
import { prettyLine } from "./pretty-line.ts";
import { redacted, redactedText } from "./redact.ts";

/** `log.info({ fields }, "what happened")`. Errors go in as the field `error`. */
export type Log = Logger;

export interface LogOptions {
  level: string;
  /** Lines for people instead of JSON for machines. */
  isPretty: boolean;
  /** Which process speaks, when there are several. */
  pid?: number | undefined;
  /** Where lines go; standard output unless given. */
  destination?: DestinationStream;
}

/** Lines leave together once there is this much, or this old: writing each for itself costs more than making it. */
const buffer = { minLength: 4_096, periodicFlush: 500 };

let standardOutput: ReturnType<typeof pino.destination> | undefined;

/**
 * Standard output, written in blocks. Each block is written at once: one that another thread was still writing when an
 * uncaught error ends the process would be lost.
 */
function bufferedOutput() {
  if (standardOutput) return standardOutput;
  const output = pino.destination({ fd: 1, sync: true, ...buffer });
  process.once("exit", () => output.flushSync());
  standardOutput = output;
  return output;
}

/** The log of the process. Cookies, credentials and personal data never reach it, whatever fields are given. */
export function createLog({ level, isPretty, pid, destination }: LogOptions): Log {
  const output = destination ?? (isPretty ? pino.destination({ fd: 1, sync: true }) : bufferedOutput());
  const lines: DestinationStream = { write: (line) => output.write(prettyLine(line)) };
  return pino(
    {
      level,
      base: pid === undefined ? null : { pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        // What others say in their messages, such as the job queue of a mail that failed.
        logMethod(given, write) {
          const clean = given.map((part: unknown) => (typeof part === "string" ? redactedText(part) : part));
          write.apply(this, clean as typeof given);
        },
      },
      formatters: { level: (label) => ({ level: label }), log: (fields) => redacted(fields) },
    },
    isPretty ? lines : output,
  );
}

/** Waits until every line that was logged so far has left the process. */
export function flushLog(log: Log): Promise<void> {
  return new Promise((resolve) => {
    log.flush(() => resolve());
  });
}
