import Fastify from "fastify";
import { GraphQLError, NoSchemaIntrospectionCustomRule, specifiedRules, type ValidationRule } from "graphql";
import { LRUCache } from "lru-cache";
import mercurius, { type MercuriusOptions } from "mercurius";
import { type Admission, admit, refusal, validateOptions } from "./admit.ts";
import type { GraphqlApi, GraphqlContext } from "./graphql-api.ts";
import { limits } from "./limits.ts";

export interface Execution {
  data?: unknown;
  errors?: readonly GraphQLError[];
}

export interface Query {
  source: string;
  operationName: string | undefined;
  /** Undefined rather than empty: what is there is checked once more than needed. */
  variables: Record<string, unknown> | undefined;
}

/** Runs queries. Loaded with the first one: the packages cost about 15 MB and a third of a second. */
export interface Engine {
  /** The answer with its errors; without data when nothing ran. @throws {AppError} invalid_input beyond the limits */
  run(query: Query, context: GraphqlContext): Promise<Execution>;
}

/** The end of an error message that names what one did not ask for. */
const suggestion = / Did you mean .*\?$/s;

export async function createEngine({ typeDefs, resolvers, isIntrospectable }: GraphqlApi): Promise<Engine> {
  // Apart from the server itself, which takes no more plugins once it listens.
  const host = Fastify({ logger: false });
  const validationRules: ValidationRule[] = isIntrospectable ? [] : [NoSchemaIntrospectionCustomRule];
  const options: MercuriusOptions & { compilerOptions: object } = {
    schema: typeDefs,
    resolvers,
    routes: false,
    jit: 1,
    cache: limits.keptQueries,
    validationRules,
    graphql: { parseOptions: { maxTokens: limits.tokens, noLocation: true }, validateOptions },
    errorFormatter: (execution) => ({ statusCode: 200, response: execution as never }),
    // What the doors answer has the types of their contracts already. Its types forget this option.
    compilerOptions: { disableLeafSerialization: true },
  };
  await host.register(mercurius, options);
  await host.ready();
  const reading = { schema: host.graphql.schema, rules: [...specifiedRules, ...validationRules] };
  const admissions = new LRUCache<string, Admission>({ maxSize: limits.persistedBytes, max: limits.persistedQueries });

  /** What is refused is weighed again each time, so that nothing but queries that run takes room. */
  function admission({ source, operationName }: Query): Admission {
    const key = `${operationName ?? ""}\n${source}`;
    const known = admissions.get(key);
    if (known) return known;
    const found = admit(reading, source, operationName);
    if ("source" in found) admissions.set(key, found, { size: key.length * 2 });
    return found;
  }

  const told = (errors: readonly GraphQLError[]) => (isIntrospectable ? errors : errors.map(withoutSuggestion));

  return {
    async run(query, context) {
      const admitted = admission(query);
      if ("fault" in admitted) throw refusal(admitted.fault, context.language);
      if ("invalid" in admitted) return { errors: told(admitted.invalid) };
      try {
        return (await host.graphql(admitted.source, context as never, query.variables)) as Execution;
      } catch (error) {
        return { errors: told(variableErrors(error)) };
      }
    },
  };
}

/** What is wrong with the variables; the text has been read before. @throws whatever else it is */
function variableErrors(error: unknown): readonly GraphQLError[] {
  const isInvalid = error instanceof Error && "code" in error && error.code === "MER_ERR_GQL_VALIDATION";
  if (!isInvalid || !("errors" in error)) throw error;
  return error.errors as GraphQLError[];
}

/** A schema that is not to be asked for is not told in guesses either. */
const withoutSuggestion = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message.replace(suggestion, ""), {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
  });
