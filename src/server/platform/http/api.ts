import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Access, Endpoint } from "../../../shared/kernel/endpoint.ts";
import { AppError } from "../../../shared/kernel/error.ts";
import { isLanguage, type Language, preferredLanguage } from "../../../shared/kernel/locale.ts";
import { type Actor, reachFor, requirePerson } from "../authz/actor.ts";
import type { Idempotency } from "../idempotency/idempotency.ts";
import { networkOf } from "../limits/network-of.ts";
import { acceptsEvents, type EventStreams, eventStreamHeaders, LiveAnswer } from "./event-stream.ts";
import type { Ready } from "./ready.ts";
import { type Context, RawResponse, type Route } from "./route.ts";
import { validated } from "./validate.ts";

export interface ApiOptions {
  routes: Route[];
  ready: Ready;
  idempotency: Idempotency;
  streams: EventStreams;
  /** Asked again while a stream is open. */
  resolveActor(cookieHeader: string | undefined): Promise<Actor>;
}

const json = "application/json; charset=utf-8";
const idempotencyKey = /^[\x21-\x7e]{1,200}$/;

/** Registers every contract's route: access, validation, idempotency, and the answer's form. */
export function registerApi(server: FastifyInstance, { routes, ...deps }: ApiOptions): void {
  for (const route of routes) {
    if ((route.endpoint.isCacheable ?? false) !== (route.tagsOf !== undefined)) {
      throw new Error(`${route.endpoint.id}: an answer is cacheable exactly when its route says under which tags`);
    }
    server.route({
      method: route.endpoint.method,
      url: route.endpoint.path.replace(/\{(\w+)\}/g, ":$1"),
      config: { isUnlinkable: route.endpoint.isUnlinkable ?? false },
      handler: (request, reply) => serve({ route, ...deps }, request, reply),
    });
  }
}

interface Served extends Omit<ApiOptions, "routes"> {
  route: Route;
}

async function serve(served: Served, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { route, idempotency } = served;
  const { endpoint } = route;
  const { actor } = request;
  const language = languageOf(request);
  allowAccess(endpoint.access, actor);
  const context: Context = {
    actor,
    language,
    params: validatedPart(endpoint.params, request.params, language) as never,
    query: validatedPart(endpoint.query, request.query, language) as never,
    body: validatedPart(endpoint.body, bodyOf(request), language) as never,
    address: networkOf(request.ip),
    requestId: request.id,
    reply: { header: (name, value) => void reply.header(name, value), status: (code) => void reply.code(code) },
  };
  if (route.tagsOf) return serveShared(served, context, { request, reply });
  reply.header("cache-control", "private, no-store");
  const key = request.headers["idempotency-key"];
  if (!endpoint.creates || key === undefined) {
    const value = await route.handle(context);
    if (!(value instanceof LiveAnswer)) return send(endpoint, reply, value);
    // A HEAD of the events would have no end either.
    const wantsEvents = request.method === "GET" && acceptsEvents(request.headers.accept);
    if (!wantsEvents) return send(endpoint, reply, await value.now());
    return reply.headers(eventStreamHeaders).send(served.streams.open(value, () => mayStillListen(served, request)));
  }

  const work = async () => ({
    status: statusOf(endpoint),
    body: JSON.stringify(await route.handle(context)) ?? "",
  });
  const answer = await idempotency.once(keyedRequest(endpoint, { key, context }), work);
  if (answer.isReplay) reply.header("idempotency-replayed", "true");
  return reply.code(answer.status).type(json).send(answer.body);
}

/** While nobody can tell, because the database is away, nobody can have lost their role either. */
async function mayStillListen({ route, resolveActor }: Served, request: FastifyRequest): Promise<boolean> {
  try {
    return mayCall(route.endpoint.access, await resolveActor(request.headers.cookie));
  } catch (error) {
    return error instanceof AppError && error.code === "unavailable";
  }
}

/** Under the contract's parameters alone: what else came with the request changes nothing. */
function serveShared(
  { ready, route }: Served,
  { params, query }: Context,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const { endpoint, tagsOf } = route;
  return ready.serve(request, reply, {
    key: `${endpoint.id} ${canonical(params)} ${canonical(query)}`,
    make: async () => {
      const value = await route.handle({ params, query } as Context);
      return { body: JSON.stringify(value), contentType: json, tags: (await tagsOf?.(value, { params, query })) ?? [] };
    },
  });
}

/** The checked parameters in one order, defaults filled in. */
function canonical(parameters: unknown): string {
  const given = Object.entries(parameters ?? {}).filter(([, value]) => value !== undefined);
  return JSON.stringify(given.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function keyedRequest(endpoint: Endpoint, { key, context }: { key: string | string[]; context: Context }) {
  if (typeof key !== "string" || !idempotencyKey.test(key)) {
    const issue = { field: "Idempotency-Key", code: "invalid_format", message: "1–200 visible ASCII characters" };
    throw new AppError("invalid_input", { issues: [issue] });
  }
  const who = context.actor.kind === "person" ? context.actor.personId : `anonymous ${context.address}`;
  return { scope: `${endpoint.id} ${who}`, key, payload: { params: context.params, body: context.body } };
}

function send(endpoint: Endpoint, reply: FastifyReply, value: unknown): FastifyReply {
  if (value instanceof RawResponse) {
    if (value.filename) reply.header("content-disposition", `attachment; filename="${value.filename}"`);
    return reply.type(value.contentType).send(value.body);
  }
  if (!reply.statusCode || reply.statusCode === 200) reply.code(statusOf(endpoint));
  if (reply.statusCode === 204) return reply.send();
  return reply.type(json).send(JSON.stringify(value));
}

function statusOf(endpoint: Endpoint): number {
  return endpoint.status ?? (endpoint.response || endpoint.produces ? 200 : 204);
}

/** @throws {AppError} not_signed_in | forbidden */
function allowAccess(access: Access, actor: Actor): void {
  if (access === "public") return;
  requirePerson(actor);
  if (!mayCall(access, actor)) throw new AppError("forbidden");
}

function mayCall(access: Access, actor: Actor): boolean {
  if (access === "public") return true;
  return access === "signed_in" ? actor.kind === "person" : reachFor(actor, access) !== "none";
}

function validatedPart(schema: Endpoint["params"], value: unknown, language: Language): unknown {
  return schema === undefined ? undefined : validated(schema, value ?? {}, language);
}

/** A POST without a body counts as one with an empty object, so that defaults apply. */
function bodyOf(request: FastifyRequest): unknown {
  return request.body === null || request.body === undefined ? {} : request.body;
}

/** The language of the request's `lang` parameter, else the person's own, else the browser's. */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as Record<string, unknown> | undefined)?.lang;
  if (isLanguage(asked)) return asked;
  const header = request.headers["accept-language"];
  if (header === undefined && request.actor?.kind === "person") return request.actor.language;
  return preferredLanguage(header);
}
