import { createHash } from "node:crypto";
import type { AwsClient } from "aws4fetch";
import { BackupError } from "../backup-error.ts";
import type { S3Address } from "./s3-address.ts";

export interface S3Keys {
  accessKeyId: string;
  secretAccessKey: string;
}

/** One request to a bucket. */
export interface BucketRequest {
  method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  /** Of the object; empty for the bucket itself. */
  key: string;
  query?: Record<string, string>;
  body?: Buffer | string;
}

/** Asks a bucket. @throws {BackupError} when it does not answer or refuses, in words that say what to do */
export type Bucket = (request: BucketRequest) => Promise<Response>;

const retries = 4;

/** The client is read when the first request needs it: few installations do. */
export function openBucket(address: S3Address, keys: S3Keys): Bucket {
  let client: Promise<AwsClient> | undefined;
  return async ({ method, key, query = {}, body }) => {
    client ??= import("aws4fetch").then(
      ({ AwsClient }) => new AwsClient({ ...keys, region: address.region, service: "s3", retries }),
    );
    const path = [address.bucket, ...key.split("/")].map(encodeURIComponent).join("/");
    const search = new URLSearchParams(query).toString();
    const url = `${address.endpoint}/${path}${search ? `?${search}` : ""}`;
    // With the digest signed, no other content than this can arrive.
    const headers = { "x-amz-content-sha256": sha256Of(body ?? "") };
    const init = { method, headers, ...(body === undefined ? {} : { body: body as BodyInit }) };
    const answer = await (await client).fetch(url, init).catch((error: unknown) => {
      throw new BackupError(`${address.endpoint} does not answer: see that BACKUP_URL has the right endpoint`, {
        cause: error,
      });
    });
    if (answer.ok) return answer;
    throw refusal(address, answer.status, await answer.text());
  };
}

const sha256Of = (body: Buffer | string) => createHash("sha256").update(body).digest("hex");

function refusal({ bucket, endpoint }: S3Address, status: number, text: string): BackupError {
  const code = elementOf(text, "Code") ?? String(status);
  const remedy =
    status === 403 || status === 401
      ? "see that AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are right, and that they may list, read, write and delete there"
      : status === 404
        ? "see that it is there"
        : "see what is wrong with the service, or set BACKUP_URL to another place";
  return new BackupError(`the bucket ${bucket} at ${endpoint} refuses (${code}): ${remedy}`);
}

/** The content of an element without elements in it. */
export function elementOf(xml: string, name: string): string | undefined {
  const content = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return content?.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? "");
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
