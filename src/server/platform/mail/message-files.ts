import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { headersOf, textOf } from "./eml.ts";

export interface StoredMessageSummary {
  name: string;
  to: string;
  subject: string;
  /** ISO 8601. */
  sentAt: string;
}

export interface StoredMessage extends StoredMessageSummary {
  text: string;
}

const keptMessages = 500;
const extension = ".eml";
const namePattern = /^[a-z0-9-]{1,100}$/;
let sequence = 0;

/** Writes the source of a message; only the newest 500 are kept. */
export async function writeMessageFile(folder: string, at: Date, source: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = newName(at);
  const unfinished = join(folder, `${name}.part`);
  // Readable by its owner only: links that sign somebody in are in there.
  try {
    await writeFile(unfinished, source, { mode: 0o600, flag: "wx" });
    await rename(unfinished, join(folder, name + extension));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isFullDisk(error) ? fullDisk(folder, error) : error;
  }
  const outdated = (await namesIn(folder)).slice(keptMessages);
  await Promise.all(outdated.map((old) => rm(join(folder, old + extension), { force: true })));
}

const isFullDisk = (error: unknown) =>
  error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");

function fullDisk(folder: string, cause: unknown): Error {
  return new Error(`no room left on the disk of ${folder}: make room there; the message is then written by itself`, {
    cause,
  });
}

/** The messages in the folder, newest first. */
export async function summariesOf(folder: string): Promise<StoredMessageSummary[]> {
  const summaries: StoredMessageSummary[] = [];
  for (const name of await namesIn(folder)) {
    const source = await readStart(join(folder, name + extension));
    if (source !== undefined) summaries.push(summaryOf(name, source));
  }
  return summaries;
}

export async function readMessageFile(folder: string, name: string): Promise<StoredMessage | undefined> {
  if (!namePattern.test(name)) return undefined;
  const source = await unlessMissing(readFile(join(folder, name + extension), "utf8"));
  return source === undefined ? undefined : { ...summaryOf(name, source), text: textOf(source) };
}

/** Sorts by time, and within one process by order of sending. */
function newName(at: Date): string {
  const time = at
    .toISOString()
    .toLowerCase()
    .replace(/[^0-9tz]/g, "");
  sequence = (sequence + 1) % 1_000_000;
  return `${time}-${String(sequence).padStart(6, "0")}-${randomBytes(6).toString("hex")}`;
}

async function namesIn(folder: string): Promise<string[]> {
  const files = (await unlessMissing(readdir(folder))) ?? [];
  return files
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .filter((name) => namePattern.test(name))
    .sort()
    .reverse();
}

/** The headers fit into the first 8 kB. */
async function readStart(path: string): Promise<string | undefined> {
  const file = await unlessMissing(open(path));
  if (!file) return undefined;
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(8192) });
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await file.close();
  }
}

function summaryOf(name: string, source: string): StoredMessageSummary {
  const headers = headersOf(source);
  const date = new Date(headers.get("date") ?? 0);
  return { name, to: headers.get("to") ?? "", subject: headers.get("subject") ?? "", sentAt: date.toISOString() };
}

/** A file may be gone between listing and reading: another process keeps the folder short. */
async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
