import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Client } from "pg";
import { StartupError } from "../config/startup-error.ts";
import { connectOnce } from "./connect-once.ts";

export interface MigrateOptions {
  url: string;
  /** The folder of the numbered files; the project's own unless given. */
  folder?: string;
}

interface Migration {
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
export async function migrate({ url, folder = findMigrations() }: MigrateOptions): Promise<string[]> {
  const migrations = readMigrations(folder);
  const client = await connectOnce(url);
  try {
    // Waits for another migrator; the end of the connection gives the lock back.
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    const pending = await pendingOf(client, migrations);
    for (const migration of pending) await apply(client, migration);
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

function readMigrations(folder: string): Migration[] {
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

async function pendingOf(client: Client, migrations: Migration[]): Promise<Migration[]> {
  await client.query(`create table if not exists schema_migrations (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "select name, checksum from schema_migrations order by name",
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const { name, checksum } of rows) {
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

async function apply(client: Client, { name, text, checksum }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(text);
    await client.query("insert into schema_migrations (name, checksum) values ($1, $2)", [name, checksum]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    const { message, position } = error as Error & { position?: string };
    const line = position === undefined ? "" : `, line ${text.slice(0, Number(position)).split("\n").length}`;
    throw new StartupError(`migration ${name} failed${line}: ${message}`, { cause: error });
  }
}
