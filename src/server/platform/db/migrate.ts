import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Client } from "pg";
import { StartupError } from "../config/startup-error.ts";
import { connectOnce } from "./connect-once.ts";
import { codeOf } from "./errors.ts";
import { type Statement, statementsOf } from "./statements.ts";

export interface MigrateOptions {
  url: string;
  /** The folder of the numbered files; the project's own unless given. */
  folder?: string;
  /** The name of the last file to apply; all unless given. */
  upTo?: string;
  /** How a migration waits for tables that others use; see `patience`. */
  patience?: Patience;
  /** Told what whoever starts the process should know, in a sentence. */
  report?: (notice: string) => void;
}

interface Patience {
  lockMs: number;
  pauseMs: number;
  tries: number;
}

/**
 * A statement that waits for a table keeps everyone who comes after it waiting, too: behind one long report, the whole
 * site. So it gives up soon, lets them pass and tries again, for about three minutes.
 */
const defaultPatience: Patience = { lockMs: 1_000, pauseMs: 2_000, tries: 60 };

export interface Migration {
  name: string;
  text: string;
  checksum: string;
}

/** Any number that nothing else locks: one migrator at a time, however many processes start at once. */
const lockKey = 727_001_001;

/**
 * Applies the migrations that the database lacks, in order, each in a transaction of its own, and returns their
 * names. Forward only: files that were applied may neither change nor go, and new ones come after them.
 * @throws {StartupError} in one line, naming the file
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const { url, folder = findMigrations(), upTo, patience = defaultPatience, report = () => undefined } = options;
  const migrations = readMigrations(folder).filter(({ name }) => upTo === undefined || name <= upTo);
  const client = await connectOnce(url);
  try {
    // Waits for another migrator; the end of the connection gives the lock back.
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    const pending = await pendingOf(client, { migrations, report });
    for (const migration of pending) await applyPatiently(client, migration, patience);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** The project's `migrations` folder, seen from the source as well as from the build. */
export function findMigrations(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, "migrations");
    if (existsSync(join(folder, "package.json")) && existsSync(candidate)) return candidate;
    if (dirname(folder) === folder) throw new StartupError("the migrations folder is missing beside package.json");
  }
}

/** All migrations of this version, in order. @throws {StartupError} when one is not named and numbered as it should be */
export function readMigrations(folder: string = findMigrations()): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const numbers = new Map<string, string>();
  return names.map((name) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (number === undefined) throw new StartupError(`migration ${name} is not named like 0007-subject.sql`);
    const twin = numbers.get(number);
    if (twin) throw new StartupError(`migrations ${twin} and ${name} have the same number`);
    numbers.set(number, name);
    // Git may check files out with other line ends; that is no change.
    const text = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
    return { name, text, checksum: createHash("sha256").update(text).digest("hex") };
  });
}

interface Known {
  migrations: Migration[];
  report: (notice: string) => void;
}

async function pendingOf(client: Client, { migrations, report }: Known): Promise<Migration[]> {
  await client.query(`create table if not exists schema_migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from schema_migrations order by name",
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  const newest = migrations.at(-1)?.name ?? "";
  for (const { name, checksum } of rows) {
    if (!known.has(name) && name > newest) {
      // While a new version is rolled out, or rolled back, the one before it starts, too; migrations allow for that.
      report(`the database is newer than this version: ${name} was applied to it by a later one`);
      continue;
    }
    if (!known.has(name)) {
      throw new StartupError(
        `migration ${name} was applied to this database, but its file is missing: is this an older version?`,
      );
    }
    if (known.get(name) !== checksum) {
      throw new StartupError(
        `migration ${name} changed after it was applied: restore the file and put the change into a new one`,
      );
    }
  }
  const last = rows.at(-1)?.name ?? "";
  const applied = new Set(rows.map((row) => row.name));
  const pending = migrations.filter((migration) => !applied.has(migration.name));
  const late = pending.find((migration) => migration.name < last);
  if (late)
    throw new StartupError(
      `migration ${late.name} is new but stands before ${last}, which is applied: number it after`,
    );
  return pending;
}

async function applyPatiently(client: Client, migration: Migration, patience: Patience): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await apply(client, migration, patience.lockMs);
    } catch (error) {
      if (!(error instanceof LockMissed)) throw error;
      if (tries >= patience.tries) throw new StartupError(await inTheWay(client, error), { cause: error });
      await delay(patience.pauseMs);
    }
  }
}

/** Others use a table that a statement needs for itself. */
class LockMissed extends Error {}
const lockCodes = new Set(["55P03", "40P01"]);

/** All of it or nothing: one transaction. */
async function apply(client: Client, { name, text, checksum }: Migration, lockMs: number): Promise<void> {
  let current: Statement | undefined;
  try {
    await client.query(`begin; set local lock_timeout = ${lockMs}`);
    for (current of statementsOf(text)) await client.query(current.text);
    await client.query("insert into schema_migrations (name, checksum) values ($1, $2)", [name, checksum]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    const where = `migration ${name}, line ${lineOf(current, error)} (${shortened(current)})`;
    if (lockCodes.has(codeOf(error) ?? "")) throw new LockMissed(where, { cause: error });
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(`${where} failed: ${reason}. Nothing of it was kept`, { cause: error });
  }
}

function lineOf(statement: Statement | undefined, error: unknown): number {
  const { position } = error as { position?: string };
  const within = statement && position ? statement.text.slice(0, Number(position)).split("\n").length - 1 : 0;
  return (statement?.line ?? 1) + within;
}

function shortened(statement: Statement | undefined): string {
  const words = (statement?.text ?? "").replaceAll(/\s+/g, " ");
  return words.length > 80 ? `${words.slice(0, 80)}…` : words;
}

/** What to tell whoever has to end it. */
async function inTheWay(client: Client, { message: where }: LockMissed): Promise<string> {
  const { rows } = await client.query<{ pid: number; seconds: number }>(
    `select pid, extract(epoch from now() - xact_start)::int as seconds from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
     order by xact_start limit 1`,
  );
  const oldest = rows[0];
  const who = oldest
    ? `the oldest transaction has been open for ${oldest.seconds} s: wait for it, or end it with select pg_terminate_backend(${oldest.pid})`
    : "whoever it was is gone";
  return `${where} could not have its table for itself, nothing of it was kept; ${who}. Then start again`;
}
