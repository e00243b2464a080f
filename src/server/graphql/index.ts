import type { Settings } from "../platform/config/settings.ts";
import type { GraphqlApi } from "../platform/http/graphql/graphql-api.ts";
import { Context } from "./context.ts";
import type { GraphqlDeps } from "./deps.ts";
import { resolversOf } from "./resolvers.ts";
import { typeDefs } from "./schema.ts";

export type { GraphqlDeps };

/** Makes what `/api/graphql` answers with: the public catalogue and, signed in, what is one's own; reading only. */
export function createGraphql(
  deps: GraphqlDeps,
  { GRAPHQL_INTROSPECTION, NODE_ENV }: Pick<Settings, "GRAPHQL_INTROSPECTION" | "NODE_ENV">,
): GraphqlApi {
  const isProduction = NODE_ENV === "production";
  return {
    typeDefs,
    resolvers: resolversOf(deps),
    contextOf: (caller) => new Context(deps, caller),
    isIntrospectable: GRAPHQL_INTROSPECTION === "auto" ? !isProduction : GRAPHQL_INTROSPECTION === "1",
  };
}
