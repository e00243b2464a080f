import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { productVersion } from "../config/product-version.ts";
import { openSession, type Session } from "../db/session.ts";
import { encryptingSeal, keyCheckOf, keyOf, plainSeal } from "./chunk-seal.ts";
import { closeChunks } from "./chunks.ts";
import { dataFiles } from "./data-files.ts";
import { newSalt, writeHeader } from "./header.ts";
import { type Manifest, writePart } from "./parts.ts";
import {
  beginSnapshot,
  copyOfJobs,
  copyOfTable,
  hasJobs,
  holdTables,
  listApplied,
  listCounters,
  listTables,
  serverVersion,
} from "./queries/snapshot.ts";

export interface BackupSource {
  /** Straight to the server, without a pooler. */
  databaseUrl: string;
  dataDir: string;
  /** The folder below `dataDir`, if any, that backups go to. */
  leaveOut?: string | undefined;
  /** Encrypts when given. */
  key?: string | undefined;
  madeAt: Date;
}

/** Little is gained by trying harder, and the processor is needed for the site. */
const compressionLevel = 4;

/**
 * Writes the database, as it is at one moment, and the files into one stream. Memory stays bounded; the site goes on.
 * Files are read after that moment, so that each one a row speaks of is there.
 */
export async function writeBackup(source: BackupSource, target: Writable): Promise<void> {
  const session = await openSession(source.databaseUrl);
  try {
    const { header, seal } = await begin(source);
    const compressed = createGzip({ level: compressionLevel });
    const sealed = async function* (stream: AsyncIterable<Buffer>) {
      yield header;
      yield* closeChunks(stream, seal);
    };
    await pipeline(allParts(session, source), compressed, sealed, target);
  } finally {
    await session.close();
  }
}

async function begin({ key, madeAt }: BackupSource) {
  const salt = newSalt();
  const fileKey = key === undefined ? undefined : await keyOf(key, salt);
  const keyCheck = fileKey ? keyCheckOf(fileKey) : null;
  const header = writeHeader({ product: productVersion(), madeAt: madeAt.toISOString(), salt, keyCheck });
  return { header, seal: fileKey ? encryptingSeal(fileKey, header) : plainSeal(header) };
}

async function* allParts(session: Session, source: BackupSource): AsyncGenerator<Buffer> {
  let parts = 0;
  for await (const part of parted(session, source)) {
    parts++;
    yield* part;
  }
  yield* writePart({ part: "trailer", parts });
}

async function* parted(session: Session, source: BackupSource): AsyncGenerator<AsyncGenerator<Buffer>> {
  await beginSnapshot(session);
  const tables = await listTables(session);
  await holdTables(session, tables);
  yield writePart(await manifestOf(session, source));
  for (const table of tables) yield writePart({ part: "table", ...table }, session.copyOut(copyOfTable(table)));
  if (await hasJobs(session)) yield writePart({ part: "jobs" }, session.copyOut(copyOfJobs));
  await session.script("commit");
  for await (const file of dataFiles(source.dataDir, source.leaveOut)) {
    yield writePart({ part: "file", ...file }, readingOf(join(source.dataDir, file.path)));
  }
}

async function manifestOf(session: Session, { madeAt }: BackupSource): Promise<Manifest> {
  return {
    part: "manifest",
    product: productVersion(),
    madeAt: madeAt.toISOString(),
    postgresql: await serverVersion(session),
    migrations: await listApplied(session),
    counters: await listCounters(session),
  };
}

/** A file that has gone since it was listed is left empty: nothing can need it any more. */
async function* readingOf(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
