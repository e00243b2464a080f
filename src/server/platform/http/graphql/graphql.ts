import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { AppError } from "../../../../shared/kernel/error.ts";
import type { Log } from "../../logging/log.ts";
import { languageOf } from "../api.ts";
import { validated } from "../validate.ts";
import { type GraphqlAnswer, refused, type Teller, toAnswer } from "./answer.ts";
import type { Engine } from "./engine.ts";
import type { GraphqlApi } from "./graphql-api.ts";
import { limits } from "./limits.ts";
import { PersistedQueries, requireHash } from "./persisted-queries.ts";

const path = "/api/graphql";
const json = "application/json; charset=utf-8";

const Extensions = z.object({
  persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
});

const Asked = z.object({
  query: z.string().optional(),
  operationName: z.string().max(200).nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: Extensions.nullish(),
});
type Asked = z.infer<typeof Asked>;

const parsedJson = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "JSON" });
    return z.NEVER;
  }
});

/** In an address, variables and extensions are JSON, and the query is one whose hash is known. */
const AskedInAddress = z.object({
  operationName: Asked.shape.operationName,
  variables: parsedJson.pipe(Asked.shape.variables).optional(),
  extensions: parsedJson.pipe(Extensions),
});

/** Apollo's own words: its clients send the text after them. */
const unknownHash: GraphqlAnswer = {
  status: 200,
  body: { errors: [{ message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }] },
  retryAfterSeconds: undefined,
};

/** Answers `/api/graphql`: POST with a query or its hash, GET with a hash. What runs queries is loaded by the first. */
export function registerGraphql(server: FastifyInstance, { api, log }: { api: GraphqlApi; log: Log }): void {
  const persisted = new PersistedQueries();
  let loading: Promise<Engine> | undefined;
  const engine = () => {
    loading ??= import("./engine.ts").then(({ createEngine }) => createEngine(api));
    return loading;
  };

  const tellerOf = (request: FastifyRequest): Teller => ({
    language: languageOf(request),
    requestId: request.id,
    report: (error) => log.error({ requestId: request.id, error }, "request failed"),
  });

  const answer = async (schema: z.ZodType, input: unknown, request: FastifyRequest): Promise<GraphqlAnswer> => {
    const teller = tellerOf(request);
    const { language } = teller;
    try {
      const asked = validated(schema, input ?? {}, language) as Asked;
      const { source, hash } = sourceOf(asked, persisted);
      if (source === undefined) return unknownHash;
      const { run } = await engine();
      const operationName = asked.operationName ?? undefined;
      const variables = asked.variables && Object.keys(asked.variables).length > 0 ? asked.variables : undefined;
      const query = { source, operationName, variables };
      const execution = await run(query, api.contextOf({ actor: request.actor, language }));
      if (hash !== undefined && execution.data !== undefined) persisted.keep(hash, source);
      return toAnswer(execution, teller);
    } catch (error) {
      return refused(error, teller);
    }
  };

  const options = {
    // There are no mutations: a query that comes by POST is not counted as a write.
    config: { onlyReads: true },
    bodyLimit: limits.bodyBytes,
    // What is refused before it gets here, such as a body that is no JSON.
    errorHandler: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      send(reply, refused(error, tellerOf(request))),
  };
  server.post(path, options, async (request, reply) => send(reply, await answer(Asked, request.body, request)));
  server.get(path, options, async (request, reply) =>
    send(reply, await answer(AskedInAddress, request.query, request)),
  );
}

/** The query's text, if it is known, and the hash to keep it under. @throws {AppError} invalid_input | payload_too_large */
function sourceOf({ query, extensions }: Asked, persisted: PersistedQueries): { source?: string; hash?: string } {
  const hash = extensions?.persistedQuery?.sha256Hash;
  if (query === undefined) {
    if (hash === undefined) {
      const issue = { field: "query", code: "missing", message: "A query, or the SHA-256 of one that is known." };
      throw new AppError("invalid_input", { issues: [issue] });
    }
    const source = persisted.find(hash);
    return source === undefined ? {} : { source };
  }
  if (Buffer.byteLength(query) > limits.sourceBytes)
    throw new AppError("payload_too_large", { limit: limits.sourceBytes });
  if (hash === undefined) return { source: query };
  requireHash(hash, query);
  return { source: query, hash };
}

function send(reply: FastifyReply, { status, body, retryAfterSeconds }: GraphqlAnswer): FastifyReply {
  if (retryAfterSeconds !== undefined) reply.header("retry-after", String(Math.ceil(retryAfterSeconds)));
  return reply.code(status).header("cache-control", "no-store").type(json).send(JSON.stringify(body));
}
