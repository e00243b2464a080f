import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { FastifyServerFactory } from "fastify";
import type { RequestCounts } from "../metrics/request-counts.ts";
import { traceParentOf } from "../tracing/traceparent.ts";
import type { Tracing } from "../tracing/tracing.ts";
import { isKnownTo } from "./ready-conditions.ts";
import { rememberingEncoding } from "./ready-encoding.ts";
import { ageSeconds, type ReadyForm } from "./ready-entry.ts";
import type { ReadyIndex } from "./ready-index.ts";

export interface FrontOptions {
  index: ReadyIndex;
  /** Headers of every answer. */
  headers: Readonly<Record<string, string>>;
  /** The name of the cookie that carries a login session. */
  sessionCookie: string;
  /** Where answers are counted. */
  requests?: Pick<RequestCounts, "record"> | undefined;
  tracing?: Pick<Tracing, "begin"> | undefined;
}

export interface Front {
  /** Answers when the bytes lie ready. False: the request goes the ordinary way. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Requests answered so far. */
  answered(): number;
  /** Leaves everything to the framework, which closes connections while the process stops. */
  stop(): void;
}

/** What stands before the framework. On its way a request costs a look into a map and the writing of its bytes. */
export function createFront({ index, headers, sessionCookie, requests, tracing }: FrontOptions): Front {
  const everywhere = Object.entries(headers).flat();
  const sessionPair = `${sessionCookie}=`;
  const encodingOf = rememberingEncoding();
  const sentBy = new WeakMap<ReadyForm, Sent>();
  let isStopped = false;
  let answered = 0;

  return {
    answer(request, response) {
      const { method, url } = request;
      if (isStopped || url === undefined || (method !== "GET" && method !== "HEAD")) return false;
      const entry = index.get(url);
      if (entry === undefined) return false;
      const begunAt = performance.now();
      const nowMs = Date.now();
      if (nowMs >= entry.freshUntilMs) {
        index.drop(url);
        return false;
      }
      const { rawHeaders } = request;
      if (entry.isForAnonymous && headerOf(rawHeaders, "cookie")?.includes(sessionPair)) return false;
      const form = entry.forms[encodingOf(headerOf(rawHeaders, "accept-encoding"))];
      if (form === undefined) return false;
      const known = headerOf(rawHeaders, "if-none-match");
      const isKnown = known !== undefined && isKnownTo(known, form.etag);
      let sent = sentBy.get(form);
      if (!sent) {
        sent = sentWith(form, everywhere);
        sentBy.set(form, sent);
      }
      const lines = isKnown ? sent.conditional : sent.whole;
      // Written out before anybody else can touch the array.
      lines[lines.length - 1] = String(ageSeconds(entry, nowMs));
      const status = isKnown ? 304 : entry.page.status;
      response.writeHead(status, lines);
      if (isKnown || method === "HEAD") response.end();
      else response.end(form.body);
      answered += 1;
      const traceId = tracing && traced(tracing, { request, method, begunAt }, { route: entry.route, status });
      requests?.record(entry.route, { method, status, milliseconds: performance.now() - begunAt, traceId });
      return true;
    },
    answered: () => answered,
    stop: () => {
      isStopped = true;
    },
  };
}

interface Answered {
  request: IncomingMessage;
  method: string;
  begunAt: number;
}

/** Tells of an answer that was given. The id of its trace, when it is sent. */
function traced(
  tracing: Pick<Tracing, "begin">,
  { request, method, begunAt }: Answered,
  answer: { route: string | undefined; status: number },
): string | undefined {
  const parent = traceParentOf(headerOf(request.rawHeaders, "traceparent"));
  const span = tracing.begin({ method, parent, begunAt });
  span.end(answer);
  return span.traceId;
}

/** One header of a request, its lines joined. Reading a few costs less than the object that node:http makes of all. */
function headerOf(rawHeaders: readonly string[], name: string): string | undefined {
  let value: string | undefined;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const given = rawHeaders[at] as string;
    if (given.length !== name.length || given.toLowerCase() !== name) continue;
    value = value === undefined ? rawHeaders[at + 1] : `${value}, ${rawHeaders[at + 1]}`;
  }
  return value;
}

/** Header lines put together once; the last value is the age. */
interface Sent {
  whole: string[];
  conditional: string[];
}

const ending = ["server-timing", 'cache;desc="ready"', "age", "0"];

/** A 304 leaves out what concerns a page that the browser has already. */
const sentWith = ({ headers, conditionalHeaders }: ReadyForm, everywhere: readonly string[]): Sent => ({
  whole: [...everywhere, ...headers, ...ending],
  conditional: [...conditionalHeaders, ...ending],
});

/** A server that asks the front first; otherwise as the framework would make it. */
export function serverWith(front: Front): FastifyServerFactory {
  return (handler, options) => {
    const { keepAliveTimeout, requestTimeout, connectionTimeout, http } = options as ServerTimes;
    const server: Server = createServer(http ?? {}, (request, response) => {
      if (!front.answer(request, response)) handler(request, response);
    });
    if (keepAliveTimeout !== undefined) server.keepAliveTimeout = keepAliveTimeout;
    if (requestTimeout !== undefined) server.requestTimeout = requestTimeout;
    server.setTimeout(connectionTimeout ?? 0);
    return server;
  };
}

interface ServerTimes {
  keepAliveTimeout?: number;
  requestTimeout?: number;
  connectionTimeout?: number;
  http?: object;
}
