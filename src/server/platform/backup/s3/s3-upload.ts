import { Writable } from "node:stream";
import { BackupError } from "../backup-error.ts";
import { type Bucket, elementOf } from "./s3-bucket.ts";

/** An object that is written in parts and appears when it is whole. */
export interface S3Upload {
  target: Writable;
  /** How many bytes went into it. */
  bytes(): number;
  complete(): Promise<void>;
  /** Takes back the parts that are there already. */
  abort(): Promise<void>;
}

/** Two parts at most are in memory; 10,000 of them, as many as S3 takes, are 160 GB. */
const partBytes = 16 * 1024 * 1024;

export async function beginUpload(bucket: Bucket, key: string): Promise<S3Upload> {
  const begun = await bucket({ method: "POST", key, query: { uploads: "" } });
  const uploadId = elementOf(await begun.text(), "UploadId");
  if (uploadId === undefined) throw new BackupError("the service named no upload: see that it speaks S3");
  const parts = partsOf(bucket, { key, uploadId });
  return {
    target: parts.target,
    bytes: parts.bytes,
    async complete() {
      const listed = parts.tags.map(
        (tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`,
      );
      const body = `<CompleteMultipartUpload>${listed.join("")}</CompleteMultipartUpload>`;
      const text = await (await bucket({ method: "POST", key, query: { uploadId }, body })).text();
      // The service begins to answer before it knows, so a 200 may hold a failure.
      if (text.includes("<Error>")) {
        throw new BackupError(`the service did not put the parts together (${elementOf(text, "Code")}): try again`);
      }
    },
    async abort() {
      // A part that arrives after the abort would stay.
      await parts.inFlight();
      await bucket({ method: "DELETE", key, query: { uploadId } });
    },
  };
}

function partsOf(bucket: Bucket, { key, uploadId }: { key: string; uploadId: string }) {
  const tags: string[] = [];
  let waiting: Buffer[] = [];
  let length = 0;
  let total = 0;
  let sending: Promise<void> = Promise.resolve();

  async function send(part: Buffer): Promise<void> {
    const query = { partNumber: String(tags.length + 1), uploadId };
    const answer = await bucket({ method: "PUT", key, query, body: part });
    tags.push(answer.headers.get("etag") ?? "");
  }

  async function take(piece: Buffer, isLast: boolean): Promise<void> {
    waiting.push(piece);
    length += piece.length;
    total += piece.length;
    while (length >= partBytes || (isLast && (length > 0 || tags.length === 0))) {
      const all = Buffer.concat(waiting);
      const rest = all.subarray(partBytes);
      waiting = [rest];
      length = rest.length;
      await send(all.subarray(0, partBytes));
    }
  }

  const taking = (piece: Buffer, isLast: boolean, done: (error?: Error) => void) => {
    sending = take(piece, isLast).then(() => done(), done);
  };
  const target = new Writable({
    write: (piece: Buffer, _encoding, done) => taking(piece, false, done),
    final: (done) => taking(Buffer.alloc(0), true, done),
  });
  return { target, tags, bytes: () => total, inFlight: () => sending };
}
