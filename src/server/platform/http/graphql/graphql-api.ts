import type { Language } from "../../../../shared/kernel/locale.ts";
import type { Actor } from "../../authz/actor.ts";

/** Who asks, for the resolvers; made anew for each request. */
export interface GraphqlContext {
  actor: Actor;
  /** The language of error messages. */
  language: Language;
}

export type Resolver = (source: never, args: never, context: never) => unknown;

/** What `/api/graphql` answers with: a schema in its own language, and how its fields are found. */
export interface GraphqlApi {
  typeDefs: string;
  /** By type and field; a field without one is the property of its name. */
  resolvers: Record<string, Record<string, Resolver>>;
  /** What resolvers get as their context. */
  contextOf(caller: GraphqlContext): GraphqlContext;
  /** Whether the schema may be asked for. */
  isIntrospectable: boolean;
}
