import { isUtf8 } from "node:buffer";
import formBody from "@fastify/formbody";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { AppError } from "../../../shared/kernel/error.ts";
import { newId } from "../../../shared/kernel/id.ts";
import { type Actor, anonymous } from "../authz/actor.ts";
import type { Idempotency } from "../idempotency/idempotency.ts";
import type { Log } from "../logging/log.ts";
import type { RequestCounts } from "../metrics/request-counts.ts";
import type { Tracing } from "../tracing/tracing.ts";
import { languageOf, registerApi } from "./api.ts";
import { registerAssets } from "./assets.ts";
import { countRequests } from "./count-requests.ts";
import type { Drain } from "./drain.ts";
import { EventStreams } from "./event-stream.ts";
import { registerGraphql } from "./graphql/graphql.ts";
import type { GraphqlApi } from "./graphql/graphql-api.ts";
import { holdWrites } from "./hold-writes.ts";
import { createFailureLog } from "./log-failures.ts";
import { type Middleware, protect, shed } from "./middleware.ts";
import { followOwnWrites } from "./own-writes.ts";
import type { Pages } from "./page-route.ts";
import { readerOf, registerPages } from "./pages.ts";
import { type ProbeOptions, registerProbes } from "./probes.ts";
import { asAppError, problemContentType, toProblem } from "./problem.ts";
import { problemText } from "./problem-texts.ts";
import type { Ready } from "./ready.ts";
import type { Route } from "./route.ts";
import { refuseCrossSite } from "./same-site.ts";
import { traceRequests } from "./trace-requests.ts";

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor;
  }
  interface FastifyContextConfig {
    isUnlinkable?: boolean;
  }
}

export interface ServerOptions extends Omit<ProbeOptions, "drain"> {
  publicUrl: string;
  /** Headers of every answer. */
  headers: Readonly<Record<string, string>>;
  trustProxy: boolean | string[];
  log: Log;
  /** Where answers are counted. */
  requests: Pick<RequestCounts, "record">;
  /** None where no collector is set. */
  tracing?: Tracing | undefined;
  /** Folder of the built browser files; null in tests that need none. */
  assetsFolder: string | null;
  resolveActor(cookieHeader: string | undefined): Promise<Actor>;
  idempotency: Idempotency;
  /** Whether requests that only read may be answered by replicas of the database. */
  hasReplicas?: boolean;
  routes: Route[];
  graphql?: GraphqlApi;
  pages: Pages;
  ready: Ready;
  middleware: Middleware;
  drain: Drain;
}

/** The options, and what the server makes of them for itself. */
interface Answering extends ServerOptions {
  logFailure: ReturnType<typeof createFailureLog>;
}

const maxBodyBytes = 1024 * 1024;

/** Contracts are written in zod. For schemas of its own, which no route has, Fastify would load two compilers. */
const noSchemas = () => {
  throw new Error("a route has a schema of Fastify's: contracts are written in zod");
};

/** The HTTP server with everything it answers. It does not listen yet. */
export async function createServer(given: ServerOptions): Promise<FastifyInstance> {
  const options: Answering = { ...given, logFailure: createFailureLog(given.log) };
  const server = Fastify({
    bodyLimit: maxBodyBytes,
    trustProxy: options.trustProxy,
    genReqId: () => newId(),
    logger: false,
    // Whoever still asks while the server is being closed is answered, and told to connect anew.
    return503OnClosing: false,
    serverFactory: options.ready.serverFactory,
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    routerOptions: { maxParamLength: 4_000, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => answerFailure(options, { error, request, reply }),
  });
  options.drain.watch(server.server);
  server.decorateRequest("actor");
  addBodyParsers(server);
  countRequests(server, options.requests);
  if (options.tracing) traceRequests(server, options.tracing);
  addHooks(server, options);
  server.setErrorHandler((error, request, reply) => answerFailure(options, { error, request, reply }));
  server.setNotFoundHandler((request, reply) =>
    answerFailure(options, { error: notFound(server, request), request, reply }),
  );

  registerProbes(server, options);
  if (options.assetsFolder) await registerAssets(server, options.assetsFolder);
  registerApi(server, { ...options, streams: streamsOf(server, options) });
  if (options.graphql) registerGraphql(server, { api: options.graphql, log: options.log });
  await server.register(async (scope) => {
    await scope.register(formBody, { bodyLimit: maxBodyBytes });
    registerPages(scope, { routes: options.pages.routes, ready: options.ready });
  });
  return server;
}

/** They end with the process: a browser that listens would keep its connection for ever. */
function streamsOf(server: FastifyInstance, { drain }: ServerOptions): EventStreams {
  const streams = new EventStreams();
  drain.onLeaving(() => streams.endAll());
  server.addHook("preClose", async () => streams.endAll());
  return streams;
}

/** JSON only, in whole UTF-8; a key such as `__proto__` is refused. */
function addBodyParsers(server: FastifyInstance): void {
  const parseJson = server.getDefaultJsonParser("error", "error");
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    if (!isUtf8(body as Buffer)) return done(new AppError("malformed_request"), undefined);
    parseJson(request, body.toString(), done);
  });
}

function addHooks(server: FastifyInstance, options: ServerOptions): void {
  const { publicUrl, log, headers, drain, middleware, pages } = options;
  const ownOrigin = new URL(publicUrl).origin;
  server.addHook("onRequest", async (request, reply) => {
    reply.headers(headers).header("x-request-id", request.id);
    request.actor = anonymous;
  });
  shed(server, middleware, pages);
  server.addHook("onRequest", async (request) => {
    // Caches on the way may cut off a fragment that no request target may have, and keep what it changes for everyone.
    if (request.raw.url?.includes("#")) throw new AppError("malformed_request");
    refuseCrossSite(request.method, request.headers, ownOrigin);
    // Whether the process lives must not hang on looking up who asks.
    if (!request.routeOptions.config?.isProbe) request.actor = await options.resolveActor(request.headers.cookie);
  });
  // Also for requests that came before the process was asked to leave.
  server.addHook("onSend", async (_request, reply) => {
    if (drain.isLeaving) reply.header("connection", "close");
  });
  server.addHook("preClose", async () => options.ready.stop());
  protect(server, middleware);
  holdWrites(server, middleware.maintenance);
  // After the actor is known, so that who somebody is never comes from a replica.
  if (options.hasReplicas) followOwnWrites(server, { isSecure: publicUrl.startsWith("https:") });
  server.addHook("onResponse", async (request, reply) => {
    const { url, config } = request.routeOptions;
    const personId = request.actor?.kind === "person" && !config.isUnlinkable ? request.actor.personId : undefined;
    const line = {
      requestId: request.id,
      traceId: request.traceId,
      personId,
      method: request.method,
      route: url,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    };
    log.info(line, "request");
  });
}

function notFound(server: FastifyInstance, request: FastifyRequest): AppError {
  const url = request.url.split("?")[0] ?? "";
  const allowed = (["GET", "POST", "PUT", "PATCH", "DELETE"] as const).filter(
    (method) => method !== request.method && server.findRoute({ method, url }) !== null,
  );
  return allowed.length > 0 ? new AppError("method_not_allowed", { allowed }) : new AppError("not_found");
}

interface Failure {
  error: unknown;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** The only place where an error becomes an answer: logged once when it is our fault, a page or a problem for the reader. */
function answerFailure(options: Answering, { error, request, reply }: Failure): FastifyReply {
  const appError = asAppError(error);
  options.logFailure({ requestId: request.id, error, told: appError });
  request.failureCode = appError.code;
  reply.code(appError.status).header("cache-control", "private, no-store");
  const { retryAfterSeconds } = appError.details;
  if (retryAfterSeconds !== undefined) reply.header("retry-after", String(Math.ceil(retryAfterSeconds)));
  request.actor ??= anonymous;
  const problem = toProblem(appError, languageOf(request), request.id);
  if (wantsPage(request)) {
    const reader = readerOf(request);
    const { notice } = appError.details;
    const title = [problemText(appError.code, reader.language), notice].filter(Boolean).join(" ");
    const html = options.pages.renderFailure(
      { status: problem.status, title, requestId: request.id, isMaintenance: appError.code === "maintenance" },
      reader,
    );
    return reply.type("text/html; charset=utf-8").send(html);
  }
  return reply.type(problemContentType).send(JSON.stringify(problem));
}

function wantsPage(request: FastifyRequest): boolean {
  return !request.url.startsWith("/api/") && (request.headers.accept ?? "").includes("text/html");
}
