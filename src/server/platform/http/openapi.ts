import { z } from "zod";
import type { Endpoint } from "../../../shared/kernel/endpoint.ts";
import { type ErrorCode, errorStatus } from "../../../shared/kernel/error.ts";
import { problemContentType } from "./problem.ts";

type JsonSchema = Record<string, unknown>;

const problemSchema: JsonSchema = {
  type: "object",
  required: ["type", "title", "status", "code", "requestId"],
  properties: {
    type: { type: "string" },
    title: { type: "string", description: "A sentence in the reader's language." },
    status: { type: "integer" },
    code: { type: "string", enum: Object.keys(errorStatus) },
    requestId: { type: "string" },
    issues: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "code", "message"],
        properties: { field: { type: "string" }, code: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};

/** The API as an OpenAPI 3.1 document, made from the same contracts that route and validate. */
export function openApiDocument(endpoints: Endpoint[], publicUrl: string): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    const methods = paths[endpoint.path] ?? {};
    methods[endpoint.method.toLowerCase()] = operation(endpoint);
    paths[endpoint.path] = methods;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "WorkshopsAI CMS",
      version: "1",
      description: "Errors are RFC 9457 problems with a stable `code`. Instants are ISO 8601 in UTC.",
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(endpoints.map((endpoint) => endpoint.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { loginSession: { type: "apiKey", in: "cookie", name: "workshopsai_session" } },
    },
  };
}

function operation(endpoint: Endpoint): JsonSchema {
  const { id, summary, tag, access, body } = endpoint;
  return {
    operationId: id,
    summary,
    tags: [tag],
    ...(access === "public" ? { security: [] } : { security: [{ loginSession: [] }] }),
    ...(access === "public" || access === "signed_in" ? {} : { "x-permission": access }),
    parameters: [
      ...parameters(endpoint.params, "path"),
      ...parameters(endpoint.query, "query"),
      ...(endpoint.creates ? [idempotencyKeyParameter] : []),
    ],
    ...(body
      ? { requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "input") } } } }
      : {}),
    responses: { ...success(endpoint), ...failures(endpoint) },
  };
}

const idempotencyKeyParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "A retry with the same key gets the first answer again instead of creating twice.",
  schema: { type: "string", minLength: 1, maxLength: 200 },
};

function parameters(schema: Endpoint["params"], place: "path" | "query"): JsonSchema[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}

function success(endpoint: Endpoint): JsonSchema {
  const { response, produces } = endpoint;
  const status = endpoint.status ?? (response || produces ? 200 : 204);
  const content = produces
    ? { [produces]: { schema: { type: "string" } } }
    : response && { "application/json": { schema: schemaOf(response, "output") } };
  return { [status]: { description: "Success", ...(content ? { content } : {}) } };
}

function failures(endpoint: Endpoint): JsonSchema {
  const codes: ErrorCode[] = [...(endpoint.errors ?? [])];
  if (endpoint.access !== "public") codes.push("not_signed_in");
  if (endpoint.access !== "public" && endpoint.access !== "signed_in") codes.push("forbidden");
  if (endpoint.params || endpoint.query || endpoint.body) codes.push("invalid_input");
  if (endpoint.creates) codes.push("idempotency_conflict");
  const statuses = new Set(codes.map((code) => errorStatus[code]));
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      {
        description: [...new Set(codes.filter((code) => errorStatus[code] === status))].join(", "),
        content: { [problemContentType.split(";")[0] ?? ""]: { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
