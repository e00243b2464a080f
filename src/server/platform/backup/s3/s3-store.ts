import { Readable } from "node:stream";
import { BackupError } from "../backup-error.ts";
import { type BackupStore, madeAtOf, type StoredBackup, unprovenMark } from "../backup-store.ts";
import type { S3Address } from "./s3-address.ts";
import { type Bucket, elementOf, openBucket, type S3Keys } from "./s3-bucket.ts";
import { beginUpload, type S3Upload } from "./s3-upload.ts";

/** Backups in a bucket of a service that speaks S3. */
export function s3Store(address: S3Address, keys: S3Keys): BackupStore {
  const bucket = openBucket(address, keys);
  const { prefix } = address;
  return {
    place: `s3://${address.bucket}/${prefix}`.replace(/\/$/, ""),
    async save(name, write) {
      const key = `${prefix}${name}`;
      const upload = await beginUpload(bucket, key);
      try {
        await write(upload.target);
        await upload.complete();
      } catch (error) {
        throw await afterAbort(upload, error);
      }
      const bytes = await sizeOf(bucket, key, upload.bytes());
      return { name, bytes, madeAt: madeAtOf(name) ?? new Date(), isUnproven: false };
    },
    async list() {
      const stored: StoredBackup[] = [];
      const marks = new Set<string>();
      for await (const { key, bytes } of objects(bucket, prefix)) {
        const name = key.slice(prefix.length);
        const madeAt = madeAtOf(name);
        if (madeAt && name.endsWith(unprovenMark)) marks.add(name);
        else if (madeAt) stored.push({ name, bytes, madeAt, isUnproven: false });
      }
      for (const backup of stored) backup.isUnproven = marks.has(`${backup.name}${unprovenMark}`);
      return stored.sort((one, other) => other.madeAt.getTime() - one.madeAt.getTime());
    },
    open: (name) => async () => {
      const { body } = await bucket({ method: "GET", key: `${prefix}${name}` });
      return Readable.from(contentOf(body), { objectMode: false });
    },
    // A bucket renames nothing: an empty object beside it says so.
    async markUnproven(name) {
      await bucket({ method: "PUT", key: `${prefix}${name}${unprovenMark}`, body: "" });
      return name;
    },
    async remove(name) {
      await bucket({ method: "DELETE", key: `${prefix}${name}` });
      await bucket({ method: "DELETE", key: `${prefix}${name}${unprovenMark}` });
    },
  };
}

/** The failure, which says so when not even what was sent could be taken back. */
async function afterAbort(upload: S3Upload, failure: unknown): Promise<unknown> {
  try {
    await upload.abort();
    return failure;
  } catch (left) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    const remedy = "have a rule of the bucket remove unfinished uploads";
    return new BackupError(`${reason}; and what was sent stays there: ${remedy}`, { cause: left });
  }
}

/** What the service says it has; it must be what was sent. */
async function sizeOf(bucket: Bucket, key: string, sent: number): Promise<number> {
  const { headers } = await bucket({ method: "HEAD", key });
  const bytes = Number(headers.get("content-length"));
  if (bytes === sent) return bytes;
  throw new BackupError(`the service has ${bytes} of the ${sent} bytes that it was sent: make another backup`);
}

async function* objects(bucket: Bucket, prefix: string): AsyncGenerator<{ key: string; bytes: number }> {
  let token: string | undefined;
  do {
    const after: Record<string, string> = token === undefined ? {} : { "continuation-token": token };
    const xml = await (await bucket({ method: "GET", key: "", query: { "list-type": "2", prefix, ...after } })).text();
    for (const [object] of xml.matchAll(/<Contents>.*?<\/Contents>/gs)) {
      yield { key: elementOf(object, "Key") ?? "", bytes: Number(elementOf(object, "Size")) };
    }
    token = elementOf(xml, "NextContinuationToken");
  } while (token !== undefined);
}

async function* contentOf(body: Response["body"]): AsyncGenerator<Uint8Array> {
  try {
    if (body) yield* body;
  } catch (error) {
    throw new BackupError("the connection to the service broke off while the backup was read: try again", {
      cause: error,
    });
  }
}
