import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  separateOperations,
  type ValidationRule,
  validate,
} from "graphql";
import { AppError } from "../../../../shared/kernel/error.ts";
import type { Language } from "../../../../shared/kernel/locale.ts";
import { limits } from "./limits.ts";
import { Scales } from "./weigh.ts";

const sentences = {
  too_deep: { en: "The query is nested too deeply.", pl: "Zapytanie jest zagnieżdżone zbyt głęboko." },
  too_costly: { en: "The query asks for too much at once.", pl: "Zapytanie prosi o zbyt wiele naraz." },
  too_many_fields: { en: "The query has too many fields.", pl: "Zapytanie ma zbyt wiele pól." },
  too_many_aliases: { en: "The query has too many aliases.", pl: "Zapytanie ma zbyt wiele aliasów." },
  circular_fragment: { en: "A fragment contains itself.", pl: "Fragment zawiera sam siebie." },
  unknown_operation: {
    en: "Name one of the query's operations in operationName.",
    pl: "Podaj w operationName jedną z operacji zapytania.",
  },
} as const;

type Fault = keyof typeof sentences;

/** The text to run, or why it is refused before anything of it runs: beyond the limits, or not a query of this schema. */
export type Admission = { source: string } | { fault: Fault } | { invalid: readonly GraphQLError[] };

export interface Reading {
  schema: GraphQLSchema;
  rules: readonly ValidationRule[];
}

export const validateOptions = { maxErrors: 5 };

/**
 * Reads a query, weighs it, and only then holds it against the schema. The text to run has exactly one operation: what is compiled is kept by its text alone, so
 * two operations under one text would be taken for each other.
 */
export function admit({ schema, rules }: Reading, source: string, operationName: string | undefined): Admission {
  let document: DocumentNode;
  try {
    document = parse(source, { maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) return { invalid: [error] };
    throw error;
  }
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const named = operations as OperationDefinitionNode[];
  const chosen =
    operationName === undefined && named.length === 1
      ? named[0]
      : named.find(({ name }) => name?.value === operationName && name !== undefined);
  const scales = new Scales(schema, document);
  const weights = named.map((operation) => scales.weigh(operation));
  const fault = faultOf(scales, weights);
  if (fault) return { fault };
  if (!chosen) return { fault: "unknown_operation" };
  const invalid = validate(schema, document, rules, validateOptions);
  if (invalid.length > 0) return { invalid };
  if (named.length === 1) return { source };
  const alone = separateOperations(document)[chosen.name?.value ?? ""];
  return alone ? { source: print(alone) } : { fault: "unknown_operation" };
}

function faultOf({ hasCycle, text }: Scales, weights: ReturnType<Scales["weigh"]>[]): Fault | undefined {
  if (hasCycle) return "circular_fragment";
  if (text.aliases > limits.aliases) return "too_many_aliases";
  if (text.fields > limits.fields) return "too_many_fields";
  for (const { depth, introspectionDepth, cost } of weights) {
    if (depth > limits.depth || introspectionDepth > limits.introspectionDepth) return "too_deep";
    if (cost > limits.cost) return "too_costly";
  }
  return undefined;
}

/** The refusal as callers get it. */
export function refusal(fault: Fault, language: Language): AppError {
  const field = fault === "unknown_operation" ? "operationName" : "query";
  return new AppError("invalid_input", { issues: [{ field, code: fault, message: sentences[fault][language] }] });
}
