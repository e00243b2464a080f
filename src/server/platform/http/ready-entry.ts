import type { Encoding } from "./ready-encoding.ts";
import { isWorthPacking, type Packed } from "./ready-packing.ts";
import type { ReadyPage } from "./ready-page.ts";

/** One form of an answer: bytes, entity tag, and headers as names and values in turn. */
export interface ReadyForm {
  etag: string;
  body: Buffer;
  headers: string[];
  /** Of a 304. */
  conditionalHeaders: string[];
}

/** A ready page with everything that is sent beside its bytes. */
export interface ReadyEntry {
  page: ReadyPage;
  storedAtMs: number;
  /** Until then it is sent without asking the cache. */
  freshUntilMs: number;
  /** Readers with a login session get another page. */
  isForAnonymous: boolean;
  /** The pattern of the route that made it. */
  route: string | undefined;
  /** The forms that were asked for. */
  forms: { identity: ReadyForm } & Partial<Record<Encoding, ReadyForm>>;
  bytes: number;
}

export interface EntryFacts {
  storedAtMs: number;
  freshUntilMs: number;
  isForAnonymous: boolean;
  /** Past its time, or nothing tells this process of changes: caches on the way should ask again soon. */
  isDoubtful: boolean;
  route?: string | undefined;
}

/**
 * Browsers ask every time, which a 304 makes cheap, because nothing can reach into them. Shared caches keep the page
 * because they are purged by its tags; the clock alone changes a page (something begins, is over), so not for longer.
 */
const shared = "public, max-age=0, s-maxage=60, stale-while-revalidate=30, stale-if-error=3600";
const sharedWhileDoubtful = "public, max-age=0, s-maxage=1, stale-if-error=3600";
/** Not every shared cache can be told that readers with a login session get another page. */
const forAnonymous = "private, no-cache";

const suffixes: Record<Encoding, string> = { identity: "", br: "-br", gzip: "-gz" };

export function toEntry(page: ReadyPage, packed: Packed, facts: EntryFacts): ReadyEntry {
  const { br, gzip } = packed;
  const toForm = (encoding: Encoding, body: Buffer) => formOf(page, { encoding, body }, facts);
  const plain = toForm("identity", page.identity);
  // What is too small to be packed is sent as it is to everybody.
  const packedForms = isWorthPacking(page)
    ? { ...(br ? { br: toForm("br", br) } : {}), ...(gzip ? { gzip: toForm("gzip", gzip) } : {}) }
    : { br: plain, gzip: plain };
  return {
    page,
    storedAtMs: facts.storedAtMs,
    freshUntilMs: facts.freshUntilMs,
    isForAnonymous: facts.isForAnonymous,
    route: facts.route,
    forms: { identity: plain, ...packedForms },
    bytes: page.identity.length + (br?.length ?? 0) + (gzip?.length ?? 0),
  };
}

function formOf(
  page: ReadyPage,
  { encoding, body }: { encoding: Encoding; body: Buffer },
  facts: EntryFacts,
): ReadyForm {
  const etag = `"${page.hash}${suffixes[encoding]}"`;
  const about = ["etag", etag, "vary", "accept-encoding", "cache-control", cacheControlOf(page, facts)];
  if (page.tags.length > 0) about.push("surrogate-key", page.tags.join(" "), "cache-tag", page.tags.join(","));
  const content = ["content-type", page.contentType, "content-length", String(body.length), "accept-ranges", "none"];
  if (encoding !== "identity") content.push("content-encoding", encoding);
  if (page.location !== null) content.push("location", page.location);
  return { etag, body, headers: [...content, ...about], conditionalHeaders: about };
}

function cacheControlOf(page: ReadyPage, { isForAnonymous, isDoubtful }: EntryFacts): string {
  if (isForAnonymous) return forAnonymous;
  return page.cacheControl ?? (isDoubtful ? sharedWhileDoubtful : shared);
}

/** The seconds since the page was made, for the `Age` header. */
export function ageSeconds(entry: ReadyEntry, nowMs: number): number {
  return Math.max(0, Math.trunc((nowMs - entry.storedAtMs) / 1000));
}
