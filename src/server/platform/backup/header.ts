import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { BackupError } from "./backup-error.ts";
import type { ByteReader } from "./byte-reader.ts";

/** Sixteen bytes that every backup begins with, whatever its format. */
const magic = Buffer.from("WorkshopsAI\nBKP\n");
const formatVersion = 1;
const maxHeaderBytes = 65_536;
const digestBytes = 32;

/** What can be read of a backup without its key. */
const Header = z.object({
  format: z.literal(formatVersion),
  product: z.string(),
  madeAt: z.iso.datetime(),
  /** In hexadecimal; for the key, and so that no two backups have the same chunks. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** Tells a wrong key from a damaged file; null when the backup is not encrypted. */
  keyCheck: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
});

export type Header = z.output<typeof Header>;

export const newSalt = (): string => randomBytes(16).toString("hex");

/** The mark, a length, the header as JSON, and the SHA-256 of all that. */
export function writeHeader(content: Omit<Header, "format">): Buffer {
  const json = Buffer.from(JSON.stringify({ format: formatVersion, ...content }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  const start = Buffer.concat([magic, length, json]);
  return Buffer.concat([start, sha256(start)]);
}

/** @throws {BackupError} when it is not a backup, is damaged, or of a format that this version does not know */
export async function readHeader(reader: ByteReader): Promise<{ header: Header; bytes: Buffer }> {
  const mark = await reader.take(magic.length);
  if (!mark?.equals(magic)) throw new BackupError("this is not a backup of WorkshopsAI: choose another file");
  const length = await reader.take(4);
  if (!length || length.readUInt32BE() > maxHeaderBytes) throw damaged();
  const json = await reader.take(length.readUInt32BE());
  const digest = await reader.take(digestBytes);
  if (!json || !digest) throw damaged();
  const start = Buffer.concat([mark, length, json]);
  if (!digest.equals(sha256(start))) throw damaged();
  return { header: parseHeader(json.toString("utf8")), bytes: Buffer.concat([start, digest]) };
}

function parseHeader(json: string): Header {
  const content = JSON.parse(json) as { format?: unknown; product?: unknown };
  if (content.format !== formatVersion) {
    throw new BackupError(
      `the backup has format ${content.format} (of version ${content.product}) and this version reads format ${formatVersion}: restore it with the version that made it`,
    );
  }
  const parsed = Header.safeParse(content);
  if (!parsed.success) throw damaged();
  return parsed.data;
}

export function damaged(cause?: unknown): BackupError {
  return new BackupError("the backup is damaged or not whole: take an older one", { cause });
}

const sha256 = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();
