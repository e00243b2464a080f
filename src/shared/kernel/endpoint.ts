import type { z } from "zod";
import type { ErrorCode } from "./error.ts";
import type { Permission } from "./permission.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Who may call an endpoint at all: anyone, anyone signed in, or those whose role holds a permission.
 * Whether they may touch *this* workshop or response is the feature's policy.
 */
export type Access = "public" | "signed_in" | Permission;

/** What one endpoint accepts and answers: the single source of routing, validation, the client and OpenAPI. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
  Verb extends Method = Method,
  Path extends string = string,
> {
  /** Unique, camelCase, the verb first: `publishWorkshop`. Becomes OpenAPI's `operationId`. */
  id: string;
  method: Verb;
  /** With `{name}` for parameters, as OpenAPI writes it. */
  path: Path;
  summary: string;
  tag: string;
  access: Access;
  params?: Params;
  query?: Query;
  body?: Body;
  response?: Response;
  /** The status of success; 200 unless given, 204 when there is no `response`. */
  status?: 200 | 201 | 202 | 204;
  /** True on a POST that creates something: the router then honours `Idempotency-Key`. */
  creates?: boolean;
  /** True when the answer is the same for everyone, so that shared caches may keep it. Everything else is `no-store`. */
  isCacheable?: boolean;
  /** True where not even the log may say who called: it would link a person to an anonymous answer by its time. */
  isUnlinkable?: boolean;
  /** The content type of a successful answer that is not JSON, such as `text/csv`. */
  produces?: string;
  /** What a caller may have to handle besides invalid input and missing permission. */
  errors?: readonly ErrorCode[];
}

/** Declares an endpoint; keeps the exact types of its schemas, method and path. */
export function endpoint<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Response extends z.ZodType = z.ZodUndefined,
  const Verb extends Method = Method,
  const Path extends string = string,
>(
  definition: Endpoint<Params, Query, Body, Response, Verb, Path>,
): Endpoint<Params, Query, Body, Response, Verb, Path> {
  return definition;
}

type Output<Schema> = NonNullable<Schema> extends infer Z extends z.ZodType ? z.output<Z> : undefined;
type Input<Schema> = NonNullable<Schema> extends infer Z extends z.ZodType ? z.input<Z> : undefined;

export type ParamsOf<E extends Endpoint> = Output<E["params"]>;
export type QueryOf<E extends Endpoint> = Output<E["query"]>;
export type BodyOf<E extends Endpoint> = Output<E["body"]>;
export type ResponseOf<E extends Endpoint> = Input<E["response"]>;
export type ParamsInput<E extends Endpoint> = Input<E["params"]>;
export type QueryInput<E extends Endpoint> = Input<E["query"]>;
export type BodyInput<E extends Endpoint> = Input<E["body"]>;
