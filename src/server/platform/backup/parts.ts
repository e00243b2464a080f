import { createHash } from "node:crypto";
import { z } from "zod";
import type { ByteReader } from "./byte-reader.ts";
import { damaged } from "./header.ts";

/** What the snapshot is of; the first thing in the file. */
const Manifest = z.object({
  part: z.literal("manifest"),
  product: z.string(),
  madeAt: z.string(),
  postgresql: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Where the numbers that columns are given by themselves had got to. */
  counters: z.array(z.object({ table: z.string(), column: z.string(), value: z.number() })),
});
const TablePart = z.object({ part: z.literal("table"), name: z.string(), columns: z.array(z.string()) });
const JobsPart = z.object({ part: z.literal("jobs") });
/** `path` is relative to DATA_DIR, with slashes. */
const FilePart = z.object({ part: z.literal("file"), path: z.string(), mode: z.number() });
/** So that a file that lacks whole parts is noticed even where each chunk is right. */
const Trailer = z.object({ part: z.literal("trailer"), parts: z.number() });
const PartHead = z.discriminatedUnion("part", [Manifest, TablePart, JobsPart, FilePart, Trailer]);
const PartEnd = z.object({ rows: z.number(), bytes: z.number(), sha256: z.string() });

export type Manifest = z.output<typeof Manifest>;
export type PartHead = z.output<typeof PartHead>;
export type PartEnd = z.output<typeof PartEnd>;

export interface Part {
  head: PartHead;
  /** The content, to be read before the next part is asked for; what is left unread is skipped, but checked. */
  content: AsyncGenerator<Buffer, PartEnd>;
}

const kinds = { head: 1, data: 2, end: 3 } as const;
const prefixBytes = 5;
const maxRecordBytes = 64 * 1024 * 1024;

function record(kind: number, content: Buffer): Buffer[] {
  const prefix = Buffer.alloc(prefixBytes);
  prefix.writeUInt8(kind);
  prefix.writeUInt32BE(content.length, 1);
  return [prefix, content];
}

const json = (value: object) => Buffer.from(JSON.stringify(value));

/** One part as bytes. */
export async function* writePart(head: PartHead, content: AsyncIterable<Buffer> = none()): AsyncGenerator<Buffer> {
  yield* record(kinds.head, json(head));
  const hash = createHash("sha256");
  const hasRows = head.part === "table" || head.part === "jobs";
  let bytes = 0;
  let rows = 0;
  for await (const piece of content) {
    hash.update(piece);
    bytes += piece.length;
    if (hasRows) rows += countLines(piece);
    yield* record(kinds.data, piece);
  }
  yield* record(kinds.end, json({ rows, bytes, sha256: hash.digest("hex") }));
}

/** Each row of a COPY is one line: a line break inside a value is written as two letters. */
function countLines(piece: Buffer): number {
  let lines = 0;
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++;
  return lines;
}

/** All parts but the trailer, which has been checked when this ends. @throws {BackupError} when anything is wrong */
export async function* readParts(reader: ByteReader): AsyncGenerator<Part> {
  for (let parts = 0; ; parts++) {
    const head = parsed(PartHead, await readRecord(reader, kinds.head));
    if ((head.part === "manifest") !== (parts === 0)) throw damaged();
    const content = readContent(reader);
    if (head.part !== "trailer") yield { head, content };
    while (!(await content.next()).done);
    if (head.part !== "trailer") continue;
    if (head.parts !== parts || !(await reader.isAtEnd())) throw damaged();
    return;
  }
}

async function* readContent(reader: ByteReader): AsyncGenerator<Buffer, PartEnd> {
  const hash = createHash("sha256");
  let bytes = 0;
  for (;;) {
    const { kind, content } = await nextRecord(reader);
    if (kind === kinds.end) {
      const end = parsed(PartEnd, content);
      if (end.bytes !== bytes || end.sha256 !== hash.digest("hex")) throw damaged();
      return end;
    }
    if (kind !== kinds.data) throw damaged();
    hash.update(content);
    bytes += content.length;
    yield content;
  }
}

async function readRecord(reader: ByteReader, expected: number): Promise<Buffer> {
  const { kind, content } = await nextRecord(reader);
  if (kind !== expected) throw damaged();
  return content;
}

async function nextRecord(reader: ByteReader): Promise<{ kind: number; content: Buffer }> {
  const prefix = await reader.take(prefixBytes);
  if (!prefix || prefix.readUInt32BE(1) > maxRecordBytes) throw damaged();
  const content = await reader.take(prefix.readUInt32BE(1));
  if (!content) throw damaged();
  return { kind: prefix.readUInt8(), content };
}

function parsed<Schema extends z.ZodType>(schema: Schema, content: Buffer): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(content.toString("utf8")));
  } catch (error) {
    throw damaged(error);
  }
}

async function* none(): AsyncGenerator<Buffer> {}
