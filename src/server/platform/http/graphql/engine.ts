import Fastify from "fastify";
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from "graphql";
import { LRUCache } from "lru-cache";
import mercurius from "mercurius";
import { AppError } from "../../../../shared/kernel/error.ts";
import { type Admission, admit, refusal } from "./admit.ts";
import type { GraphqlApi, GraphqlContext } from "./graphql-api.ts";
import { limits } from "./limits.ts";

export interface Execution {
  data?: unknown;
  errors?: readonly GraphQLError[];
}

export interface Query {
  source: string;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

/** Runs queries. Loaded with the first one: the packages cost about 15 MB and a third of a second. */
export interface Engine {
  /** The answer with its errors; without data when nothing ran. @throws {AppError} invalid_input beyond the limits */
  run(query: Query, context: GraphqlContext): Promise<Execution>;
}

const validateOptions = { maxErrors: 5 };
/** Every path of an error message that names fields one did not ask for. */
const suggestion = / Did you mean .*\?$/s;

export async function createEngine({ typeDefs, resolvers, isIntrospectable }: GraphqlApi): Promise<Engine> {
  // Apart from the server itself, which takes no more plugins once it listens.
  const host = Fastify({ logger: false });
  const validationRules: ValidationRule[] = isIntrospectable ? [] : [NoSchemaIntrospectionCustomRule];
  await host.register(mercurius, {
    schema: typeDefs,
    resolvers,
    routes: false,
    jit: 1,
    cache: limits.keptQueries,
    validationRules,
    graphql: { parseOptions: { maxTokens: limits.tokens, noLocation: true }, validateOptions },
    errorFormatter: (execution) => ({ statusCode: 200, response: execution as never }),
  });
  await host.ready();
  const { schema } = host.graphql;
  const admissions = new LRUCache<string, Admission>({ maxSize: limits.persistedBytes, max: limits.persistedQueries });

  /** What is refused is weighed again each time, so that nothing but queries that run takes room. */
  function admission({ source, operationName }: Query): Admission {
    const key = `${operationName ?? ""}\n${source}`;
    const known = admissions.get(key);
    if (known) return known;
    const found = admit(schema, source, operationName);
    if ("source" in found) admissions.set(key, found, { size: key.length * 2 });
    return found;
  }

  return {
    async run(query, context) {
      const admitted = admission(query);
      if ("syntaxError" in admitted) return { errors: [admitted.syntaxError] };
      if ("fault" in admitted) throw refusal(admitted.fault, context.language);
      const { source } = admitted;
      try {
        return (await host.graphql(source, context as never, query.variables)) as Execution;
      } catch (error) {
        const invalid = validationErrors(error);
        if (!invalid) throw error;
        const located = validate(schema, parse(source), [...specifiedRules, ...validationRules], validateOptions);
        const told = located.length > 0 ? located : invalid;
        return { errors: isIntrospectable ? told : told.map(withoutSuggestion) };
      }
    },
  };
}

function validationErrors(error: unknown): readonly GraphQLError[] | undefined {
  if (error instanceof AppError || !(error instanceof Error)) return undefined;
  if (!("code" in error) || error.code !== "MER_ERR_GQL_VALIDATION" || !("errors" in error)) return undefined;
  return (error.errors as GraphQLError[]).filter((each) => each instanceof GraphQLError);
}

/** A schema that is not to be asked for is not told in guesses either. */
const withoutSuggestion = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message.replace(suggestion, ""), { nodes: error.nodes });
