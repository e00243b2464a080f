import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { migrate } from "../db/migrate.ts";
import { openSession, type Session } from "../db/session.ts";
import { checkTarget } from "./check-target.ts";
import { stageFiles } from "./file-staging.ts";
import { damaged } from "./header.ts";
import { type Contents, inspectBackup, levelOf } from "./inspect-backup.ts";
import type { Manifest, Part } from "./parts.ts";
import { collectStatistics, emptyTables, refreshViews, takeOffConstraints } from "./queries/constraints.ts";
import {
  addRestoredJobs,
  beginRestore,
  copyIntoJobs,
  copyIntoTable,
  listTables,
  makeJobsTable,
  setCounter,
} from "./queries/snapshot.ts";
import { type OpenBackup, readBackup } from "./read-backup.ts";
import type { RestoreTarget } from "./restore-target.ts";

export interface Restored {
  madeAt: string;
  product: string;
  tables: Contents["tables"];
  files: number;
}

/**
 * Puts a backup into an empty installation: read whole before anything is touched, restored at the level of its
 * migrations, then brought up to date.
 * @throws {BackupError} when the backup or the target is not what it should be; the target is then as it was
 */
export async function restoreBackup(
  { open, key }: { open: OpenBackup; key: string | undefined },
  target: RestoreTarget,
): Promise<Restored> {
  const contents = await inspectBackup(open, key);
  const level = levelOf(contents.manifest);
  await checkTarget(target, { level, files: contents.files });
  const { databaseUrl: url } = target;
  await migrate({ url, upTo: level });
  // Only a restore needs the library of the queue here, which is large.
  const { migrateJobs } = await import("../jobs/worker.ts");
  await migrateJobs(url);
  await fill(readBackup(open, key), target);
  if (!target.staysAtLevel) await migrate({ url });
  return {
    madeAt: contents.manifest.madeAt,
    product: contents.manifest.product,
    tables: contents.tables,
    files: contents.files.length,
  };
}

/** Everything in one transaction; the files take their places just before it ends. */
async function fill(parts: AsyncIterable<Part>, { databaseUrl, dataDir }: RestoreTarget): Promise<void> {
  const session = await openSession(databaseUrl);
  const staging = dataDir === null ? undefined : stageFiles(dataDir);
  try {
    await beginRestore(session);
    const tables = new Set((await listTables(session)).map(({ name }) => name));
    const putOnConstraints = await takeOffConstraints(session);
    await emptyTables(session, [...tables]);
    let manifest: Manifest | undefined;
    for await (const { head, content } of parts) {
      if (head.part === "manifest") manifest = head;
      if (head.part === "table") {
        if (!tables.has(head.name)) throw damaged();
        await pipeline(Readable.from(content), session.copyIn(copyIntoTable(head)));
      }
      if (head.part === "jobs") await restoreJobs(session, content);
      if (head.part === "file") await staging?.add(head, content);
    }
    await putOnConstraints();
    for (const counter of manifest?.counters ?? []) await setCounter(session, counter);
    await refreshViews(session);
    await staging?.place();
    await session.script("commit");
    await collectStatistics(session);
  } finally {
    await session.close();
    await staging?.clear();
  }
}

async function restoreJobs(session: Session, content: AsyncIterable<Buffer>): Promise<void> {
  await makeJobsTable(session);
  await pipeline(Readable.from(content), session.copyIn(copyIntoJobs));
  await addRestoredJobs(session);
}
