import fc from "fast-check";
import { anyCharacter } from "../../src/shared/kernel/any-character.testing.ts";

export interface JsonSchema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  format?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  maxLength?: number;
  minLength?: number;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: { name: string; in: string; schema: JsonSchema }[];
  body: JsonSchema | undefined;
}

export interface OpenApi {
  paths: Record<string, Record<string, OpenApiOperation>>;
}
interface OpenApiOperation {
  operationId: string;
  parameters: Operation["parameters"];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
}

export function operationsOf({ paths }: OpenApi): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, parameters, requestBody }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content["application/json"]?.schema,
    })),
  );
}

/** Texts that have broken somebody's software before. */
const nastyTexts = [
  "",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "'; drop table people; --",
  "1' or '1'='1",
  "{{7*7}}#{7*7}",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "../../../../etc/passwd",
  "%00%2e%2e%2f",
  "zażółć gęślą jaźń",
  "\u202e\u200b\ufeff",
  "de",
  "__proto__",
  "constructor",
  "=1+1",
  "NaN",
  "9".repeat(400),
  "x".repeat(20_000),
  "or or and ( ) & | ! :* <-> \\",
];

const deep = (depth: number): unknown => (depth === 0 ? "bottom" : { a: [deep(depth - 1)] });

const nastyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, [], {}, -1, 0, 1e308, -0.5, 2 ** 53, [[[]]], { $ne: 1 }, deep(60)),
  fc.constantFrom<unknown>(...nastyTexts),
  fc.string({ unit: anyCharacter, maxLength: 40 }),
);

/** Values of a schema, now and then ones that are not; ids are taken from those that exist. */
export function valuesFor(schema: JsonSchema, ids: string[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: fitting(schema, ids) }, { weight: 1, arbitrary: nastyValue });
}

function fitting(schema: JsonSchema, ids: string[]): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => fitting(choice, ids)));
  const [type] = [schema.type ?? "any"].flat();
  if (type === "object") return objectOf(schema, ids);
  if (type === "array") {
    return fc.array(valuesFor(schema.items ?? {}, ids), { maxLength: Math.min(schema.maxItems ?? 3, 3) });
  }
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  if (type === "integer" || type === "number") {
    const low = Math.max(schema.minimum ?? -5, -1_000_000);
    return fc.integer({ min: low, max: Math.max(low, Math.min(schema.maximum ?? 20, 1_000_000)) });
  }
  return type === "string" ? textOf(schema, ids) : nastyValue;
}

function objectOf(schema: JsonSchema, ids: string[]): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const shape = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, valuesFor(inner, ids)]));
  const known = fc.record(shape, { requiredKeys: required.filter((name) => name in shape) });
  if (typeof additionalProperties === "object") {
    const name = fc.oneof(fc.constantFrom("values", "q1", "mood"), fc.string({ maxLength: 8 }));
    return fc.dictionary(name, valuesFor(additionalProperties, ids), { maxKeys: 4 });
  }
  const extra = fc.record({ unforeseen: nastyValue });
  return fc.oneof(
    { weight: 10, arbitrary: known },
    { weight: 1, arbitrary: fc.tuple(known, extra).map(([a, b]) => ({ ...a, ...b })) },
  );
}

function textOf({ format }: JsonSchema, ids: string[]): fc.Arbitrary<string> {
  if (format === "uuid") return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids) }, fc.uuid());
  if (format === "email") return fc.constantFrom("somebody@example.org", "UPPER@Example.org");
  if (format === "date-time") return fc.constantFrom("2027-03-01T08:00:00.000Z", "2027-03-01T08:00:00Z");
  if (format === "date") return fc.constantFrom("2027-03-01", "0001-01-01", "9999-12-31");
  if (format === "uri") return fc.constantFrom("https://example.org/a?b=c#d");
  return fc.oneof(
    fc.constantFrom("a", "values", "team", "sessions", "Europe/Warsaw", "PLN"),
    fc.constantFrom(...nastyTexts),
  );
}
