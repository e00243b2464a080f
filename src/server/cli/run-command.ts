import { parseArgs } from "node:util";
import { AppError } from "../../shared/kernel/error.ts";
import { StartupError } from "../platform/config/startup-error.ts";
import { backup } from "./backup.ts";
import { backups } from "./backups.ts";
import { cache } from "./cache.ts";
import type { Answer, Command, Given } from "./command.ts";
import { createAdmin } from "./create-admin.ts";
import { demo } from "./demo.ts";
import { doctor } from "./doctor.ts";
import { indexes } from "./indexes.ts";
import { jobs } from "./jobs.ts";
import { logLevel } from "./log-level.ts";
import { maintenance } from "./maintenance.ts";
import { migrate } from "./migrate.ts";
import { restore } from "./restore.ts";
import { slowQueries } from "./slow-queries.ts";
import { statistics } from "./statistics.ts";
import { openVisit } from "./visit.ts";

const commands: Record<string, Command> = {
  doctor,
  migrate,
  "create-admin": createAdmin,
  backup,
  restore,
  backups,
  jobs,
  cache,
  maintenance,
  "log-level": logLevel,
  demo,
  statistics,
  "slow-queries": slowQueries,
  indexes,
};

const wrongUse = 2;

/** Runs what was typed, prints its answer and gives the exit code: 0 done, 1 failed or found wrong, 2 wrongly typed. */
export async function runCommand(typed: string[]): Promise<number> {
  const [name = "--help", ...rest] = typed;
  if (name === "--help" || name === "help") return printed(overview(), 0);
  const command = commands[name];
  if (!command) return complained(`there is no command ${name}\n\n${overview()}`);
  let given: Given & { wantsHelp: boolean; wantsJson: boolean };
  try {
    given = parsed(command, rest);
  } catch (error) {
    return complained(`${(error as Error).message}\n\n${helpOf(command)}`);
  }
  if (given.wantsHelp) return printed(helpOf(command), 0);
  try {
    const { text, data, exitCode = 0 } = await answerOf(command, given);
    return printed(given.wantsJson ? JSON.stringify(data, null, 2) : text, exitCode);
  } catch (error) {
    const reason = foreseen(error);
    if (reason === undefined) throw error;
    process.stderr.write(`${reason}\n`);
    return reason.startsWith("Usage:") ? wrongUse : 1;
  }
}

async function answerOf(command: Command, given: Given): Promise<Answer> {
  const visit = openVisit();
  try {
    return await command.run(visit, given);
  } finally {
    await visit.end();
  }
}

function parsed({ options = {} }: Command, args: string[]) {
  const own = { help: { type: "boolean" }, json: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args, options: { ...options, ...own }, allowPositionals: true });
  const given = Object.entries(values);
  return {
    words: positionals,
    texts: Object.fromEntries(given.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))),
    flags: new Set(given.flatMap(([name, value]) => (value === true ? [name] : []))),
    wantsHelp: values.help === true,
    wantsJson: values.json === true,
  };
}

/** What went wrong in words for the person at the terminal; undefined for what nobody expected. */
function foreseen(error: unknown): string | undefined {
  if (error instanceof StartupError) return error.message;
  if (!(error instanceof AppError)) return undefined;
  const { cause } = error;
  return `${error.code}${cause instanceof Error ? `: ${cause.message}` : ""}`;
}

function overview(): string {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
  const lines = Object.values(commands).map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`);
  return `Usage: npm run cli -- COMMAND, or npx workshopsai COMMAND\n\n${lines.join("\n")}\n\nEach takes --help and --json.`;
}

function helpOf({ usage, summary, details }: Command): string {
  return [`Usage: npm run cli -- ${usage} [--json]`, summary, details]
    .filter((part) => part !== undefined)
    .join("\n\n");
}

function printed(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}

function complained(text: string): number {
  process.stderr.write(`${text}\n`);
  return wrongUse;
}
