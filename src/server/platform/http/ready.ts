import type { FastifyReply, FastifyRequest, FastifyServerFactory } from "fastify";
import { AppError } from "../../../shared/kernel/error.ts";
import type { Cache, LookedUp } from "../cache/cache.ts";
import type { RequestCounts } from "../metrics/request-counts.ts";
import type { Tracing } from "../tracing/tracing.ts";
import { isKnownTo } from "./ready-conditions.ts";
import { rememberingEncoding } from "./ready-encoding.ts";
import { ageSeconds, type ReadyEntry, type ReadyForm, toEntry } from "./ready-entry.ts";
import { createFront, serverWith } from "./ready-front.ts";
import { ReadyIndex } from "./ready-index.ts";
import { createPacker } from "./ready-packing.ts";
import { makeReady, type ReadyPage, type SharedAnswer } from "./ready-page.ts";

export interface ReadyOptions {
  cache: Pick<Cache, "lookUp" | "onInvalidated" | "isConfirmed">;
  /** Headers of every answer. */
  headers: Readonly<Record<string, string>>;
  sessionCookie: string;
  /** The addresses that stand in the pages: whoever shares the cache under another one makes its own. */
  site: string;
  /** False while pages can only be made of what the cache still has. */
  isDatabaseUp?: () => boolean;
  /** Where answers are counted. */
  requests?: Pick<RequestCounts, "record">;
  tracing?: Pick<Tracing, "begin"> | undefined;
}

/** An answer that is kept under what it is made from. */
export interface SharedRequest {
  /** Made of known, validated parameters alone, in one order: two requests with the same one get the same bytes. */
  key: string;
  /** Readers with a login session get something else, elsewhere; shared caches do not keep it. */
  isForAnonymous?: boolean;
  make(): Promise<SharedAnswer>;
}

/** Answers that are the same for everyone, kept as bytes. */
export interface Ready {
  /** The answer from the cache, else made now and kept; from then on the front sends it without asking anybody. */
  serve(request: FastifyRequest, reply: FastifyReply, shared: SharedRequest): Promise<FastifyReply>;
  readonly serverFactory: FastifyServerFactory;
  stats(): ReadyStats;
  /** The framework alone answers from now on. */
  stop(): void;
}

export interface ReadyStats {
  /** Requests that were answered before the framework. */
  answered: number;
  entries: number;
  bytes: number;
}

/**
 * What the clock changes (a workshop begins, a list loses what is over) is seen after `fresh` and `stale` seconds at the
 * latest; what people change is seen at once, by invalidation.
 */
const freshSeconds = 25;
const staleSeconds = 10;
const staleIfErrorSeconds = 60 * 60;
const limits = { maxEntries: 5_000, maxBytes: 32 * 1024 * 1024 };

export function createReady(options: ReadyOptions): Ready {
  const { cache, headers, sessionCookie, site, isDatabaseUp = () => true, requests, tracing } = options;
  const index = new ReadyIndex(limits);
  const front = createFront({ index, headers, sessionCookie, requests, tracing });
  const encodingOf = rememberingEncoding();
  const packed = createPacker();
  const stopListening = cache.onInvalidated((tags) => index.invalidate(tags));

  return {
    serverFactory: serverWith(front),
    async serve(request, reply, { key, make, isForAnonymous = false }) {
      const claim = index.claim();
      const found = await cache
        .lookUp<ReadyPage>(`ready:${site}:${key}`, lifetimes, () => makeFresh(make, isDatabaseUp))
        .catch((error: unknown) => makeDoubtful(make, error));
      const isDoubtful = found.state === "stale" || found.isUnconfirmed;
      const freshUntilMs = found.storedAtMs + freshSeconds * 1000;
      const { storedAtMs } = found;
      const facts = { storedAtMs, freshUntilMs, isForAnonymous, isDoubtful, route: request.routeOptions.url };
      const encoding = encodingOf(request.headers["accept-encoding"] as string | undefined);
      const entry = toEntry(found.value, await packed(found.value, encoding), facts);
      if (!isDoubtful && cache.isConfirmed() && Date.now() < freshUntilMs)
        index.put(claim, request.raw.url ?? "", entry);
      if (found.state === "stale") reply.header("warning", '110 - "Response is Stale"');
      else if (found.isUnconfirmed) reply.header("warning", '111 - "Revalidation Failed"');
      return send(entry, entry.forms[encoding] ?? entry.forms.identity, { request, reply });
    },
    stats: () => ({ answered: front.answered(), ...index.size() }),
    stop() {
      front.stop();
      stopListening();
    },
  };
}

/**
 * While the database is away a page would be made of old values and look new: the one that was kept says how old it is.
 * @throws {AppError} unavailable
 */
async function makeFresh(make: SharedRequest["make"], isDatabaseUp: () => boolean): Promise<ReadyPage> {
  if (!isDatabaseUp()) throw new AppError("unavailable", { retryAfterSeconds: 5 });
  const answer = await make();
  if (!isDatabaseUp()) throw new AppError("unavailable", { retryAfterSeconds: 5 });
  return makeReady(answer);
}

/** Without a kept page: made of whatever the cache still has, for this reader alone. */
async function makeDoubtful(make: SharedRequest["make"], error: unknown): Promise<LookedUp<ReadyPage>> {
  if (!(error instanceof AppError && error.code === "unavailable")) throw error;
  return { value: makeReady(await make()), state: "miss", storedAtMs: Date.now(), isUnconfirmed: true };
}

const lifetimes = {
  kind: "application" as const,
  ttlSeconds: freshSeconds,
  staleWhileRevalidateSeconds: staleSeconds,
  staleIfErrorSeconds,
  tags: (page: ReadyPage) => page.tags,
};

/** The same answer as the front gives, through the framework. */
function send(
  entry: ReadyEntry,
  form: ReadyForm,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): FastifyReply {
  const known = request.headers["if-none-match"];
  const isKnown = known !== undefined && isKnownTo(known, form.etag);
  const headers = isKnown ? form.conditionalHeaders : form.headers;
  for (let at = 0; at < headers.length; at += 2) reply.header(headers[at] ?? "", headers[at + 1]);
  reply.header("age", String(ageSeconds(entry, Date.now())));
  return isKnown ? reply.code(304).send() : reply.code(entry.page.status).send(form.body);
}
