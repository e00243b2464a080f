import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** An answer that is the same for everyone who asks, before it has been made ready to send. */
export interface SharedAnswer {
  body: string;
  contentType: string;
  /** The tags under which it is dropped, here and in every cache on the way. */
  tags: readonly string[];
  status?: 200 | 301;
  /** Of a redirect. */
  location?: string;
  /** What browsers and shared caches are told instead of the usual. */
  cacheControl?: string;
}

/** The same as bytes in every form that clients ask for. This is what the cache holds. */
export interface ReadyPage {
  status: number;
  contentType: string;
  location: string | null;
  cacheControl: string | null;
  tags: readonly string[];
  /** Names the content; the entity tags are made from it, so every process gives the same ones. */
  hash: string;
  identity: Buffer;
  /** Null when the answer is too small for compression to pay. */
  br: Buffer | null;
  gzip: Buffer | null;
}

/** Below this a compressed answer takes as many packets as a plain one. */
const compressedFromBytes = 1024;
const brotliQuality = 5;
const gzipLevel = 6;

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify<Buffer, object, Buffer>(gzip);

/** Compresses the answer once, on zlib's threads, so that sending it costs nothing but the sending. */
export async function makeReady(answer: SharedAnswer): Promise<ReadyPage> {
  const { body, contentType, tags, status = 200, location = null, cacheControl = null } = answer;
  const identity = Buffer.from(body);
  const isWorthIt = identity.length > compressedFromBytes;
  const [br, gzipped] = isWorthIt
    ? await Promise.all([brotli(identity), gzipAsync(identity, { level: gzipLevel })])
    : [];
  return {
    status,
    contentType,
    location,
    cacheControl,
    tags,
    hash: createHash("sha256").update(contentType).update("\0").update(identity).digest("base64url").slice(0, 22),
    identity,
    br: br ?? null,
    gzip: gzipped ?? null,
  };
}

function brotli(bytes: Buffer): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliAsync(bytes, { params });
}
