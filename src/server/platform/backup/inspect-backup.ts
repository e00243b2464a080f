import { type Migration, readMigrations } from "../db/migrate.ts";
import { BackupError } from "./backup-error.ts";
import type { Manifest, PartEnd } from "./parts.ts";
import { type OpenBackup, readBackup } from "./read-backup.ts";

export interface Contents {
  manifest: Manifest;
  tables: { name: string; rows: number }[];
  files: { path: string; sha256: string }[];
}

/** Reads a backup to its end and says what is in it. @throws {BackupError} when anything about it is not right */
export async function inspectBackup(open: OpenBackup, key: string | undefined): Promise<Contents> {
  let manifest: Manifest | undefined;
  const tables: Contents["tables"] = [];
  const files: Contents["files"] = [];
  for await (const { head, content } of readBackup(open, key)) {
    const { rows, sha256 } = await endOf(content);
    if (head.part === "manifest") manifest = head;
    if (head.part === "table") tables.push({ name: head.name, rows });
    if (head.part === "file") files.push({ path: head.path, sha256 });
  }
  if (!manifest) throw new Error("a backup without a manifest was read to its end");
  return { manifest, tables, files };
}

async function endOf(content: AsyncGenerator<Buffer, PartEnd>): Promise<PartEnd> {
  for (;;) {
    const next = await content.next();
    if (next.done) return next.value;
  }
}

/**
 * The migration that the backup's tables were at.
 * @throws {BackupError} when this version does not have all of its migrations, or not the same
 */
export function levelOf(manifest: Manifest, known: Migration[] = readMigrations()): string {
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of manifest.migrations) {
    if (!checksums.has(name)) {
      throw new BackupError(
        `the backup is of version ${manifest.product} and has the migration ${name}, which is not in this version: update the product first`,
      );
    }
    if (checksums.get(name) !== checksum) {
      throw new BackupError(
        `the backup's migration ${name} is not the one of this version: restore it with version ${manifest.product} as it was`,
      );
    }
  }
  const last = manifest.migrations.at(-1);
  if (!last) throw new BackupError("the backup is of a database without tables: there is nothing to restore");
  return last.name;
}
