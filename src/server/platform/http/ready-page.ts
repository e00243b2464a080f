import { createHash } from "node:crypto";

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

/** The same as bytes. This is what the cache holds. */
export interface ReadyPage {
  status: number;
  contentType: string;
  location: string | null;
  cacheControl: string | null;
  tags: readonly string[];
  /** Names the content; the entity tags are made from it, so every process gives the same ones. */
  hash: string;
  identity: Buffer;
}

/** The bytes of an answer, and the name of its content. */
export function makeReady(answer: SharedAnswer): ReadyPage {
  const { body, contentType, tags, status = 200, location = null, cacheControl = null } = answer;
  const identity = Buffer.from(body);
  const hash = createHash("sha256").update(contentType).update("\0").update(identity).digest("base64url").slice(0, 22);
  return { status, contentType, location, cacheControl, tags, hash, identity };
}
