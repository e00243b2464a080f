import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSession } from "../db/session.ts";
import { countRows, listTables } from "./queries/snapshot.ts";

/** A data folder with a few files in it, as a running installation has. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-data-"));
  mkdirSync(join(folder, "mail"));
  mkdirSync(join(folder, "postgres"));
  writeFileSync(join(folder, "secret"), "a secret of this installation alone\n", { mode: 0o600 });
  writeFileSync(join(folder, "mail", "łódź.eml"), "To: ada@example.org\n\nHello\n");
  writeFileSync(join(folder, "mail", "empty.eml"), "");
  writeFileSync(join(folder, "postgres", "PG_VERSION"), "not to be copied");
  writeFileSync(join(folder, "owner.pid"), "1 1");
  return folder;
}

/** For each table its rows and a digest of all that is in them, in whatever order. */
export async function digestOf(databaseUrl: string): Promise<Record<string, string>> {
  const session = await openSession(databaseUrl);
  try {
    await session.script("set timezone = 'UTC'");
    const digests: Record<string, string> = {};
    for (const { name } of await listTables(session)) {
      const { rows } = await session.one<{ rows: string }>({
        text: `select coalesce(string_agg(r, chr(10) order by r collate "C"), '') as rows from (select t::text as r from "${name}" t) x`,
        values: [],
      });
      digests[name] = `${await countRows(session, name)} ${createHash("sha256").update(rows).digest("hex")}`;
    }
    return digests;
  } finally {
    await session.close();
  }
}
