import type { ParseArgsConfig } from "node:util";
import { StartupError } from "../platform/config/startup-error.ts";
import type { Visit } from "./visit.ts";

export type Options = NonNullable<ParseArgsConfig["options"]>;

/** What was typed after the command's name. */
export interface Given {
  words: string[];
  /** Options with a value. */
  texts: Partial<Record<string, string>>;
  /** Options without one. */
  flags: ReadonlySet<string>;
}

export interface Answer {
  /** For people, without a line break at the end. */
  text: string;
  /** The same for programs, printed with `--json`. */
  data: unknown;
  /** 0 unless given. */
  exitCode?: number;
}

/** One command. */
export interface Command {
  /** Its words and options, as the help shows them. */
  usage: string;
  summary: string;
  /** More lines for its own help. */
  details?: string;
  options?: Options;
  run(visit: Visit, given: Given): Promise<Answer>;
}

/** The word at a place. @throws {StartupError} with the command's usage when there is none */
export function wordOf({ words }: Given, place: number, usage: string): string {
  const word = words[place];
  if (word === undefined) throw new StartupError(`Usage: npm run cli -- ${usage}`);
  return word;
}

/** Rows under one another, each column as wide as its widest cell. */
export function tableOf(rows: (string | number | null)[][]): string {
  const texts = rows.map((row) => row.map((cell) => String(cell ?? "–")));
  const widths = (texts[0] ?? []).map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)));
  return texts
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
