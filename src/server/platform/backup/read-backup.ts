import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { BackupError } from "./backup-error.ts";
import { ByteReader } from "./byte-reader.ts";
import { type ChunkSeal, encryptingSeal, keyCheckOf, keyOf, plainSeal } from "./chunk-seal.ts";
import { openChunks } from "./chunks.ts";
import { damaged, type Header, readHeader } from "./header.ts";
import { type Part, readParts } from "./parts.ts";

/** Opens a backup from its beginning; called once for each time it is read. */
export type OpenBackup = () => Promise<Readable>;

/**
 * The parts of a backup, in order: the manifest, tables, jobs, files. When it ends, the whole of it was right.
 * @throws {BackupError} not a backup, another format, wrong key, damaged, cut short
 */
export async function* readBackup(open: OpenBackup, key: string | undefined): AsyncGenerator<Part> {
  const source = await open();
  const reader = new ByteReader(source);
  const unpacked = createGunzip();
  try {
    const { header, bytes } = await readHeader(reader);
    const chunks = openChunks(reader, await sealOf(header, { bytes, key }));
    // Its failures come out of the other end.
    pipeline(chunks, unpacked, () => undefined);
    for await (const { head, content } of readParts(new ByteReader(unpacked))) yield { head, content: told(content) };
  } catch (error) {
    throw inOurWords(error);
  } finally {
    unpacked.destroy();
    source.destroy();
  }
}

async function sealOf(
  { salt, keyCheck }: Header,
  { bytes, key }: { bytes: Buffer; key: string | undefined },
): Promise<ChunkSeal> {
  if (keyCheck === null) return plainSeal(bytes);
  if (key === undefined) throw new BackupError("the backup is encrypted: set BACKUP_KEY to the key it was made with");
  const fileKey = await keyOf(key, salt);
  if (keyCheckOf(fileKey) !== keyCheck) {
    throw new BackupError("the backup was made with another key: set BACKUP_KEY to the key of that time");
  }
  return encryptingSeal(fileKey, bytes);
}

/** Whoever reads a part's content meets its failures first, before they come through here. */
async function* told(content: Part["content"]): Part["content"] {
  try {
    return yield* content;
  } catch (error) {
    throw inOurWords(error);
  }
}

function inOurWords(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "";
  return code.startsWith("Z_") || code === "ERR_STREAM_PREMATURE_CLOSE" ? damaged(error) : error;
}
