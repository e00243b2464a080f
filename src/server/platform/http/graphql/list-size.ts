import {
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  Kind,
} from "graphql";
import { limits } from "./limits.ts";

/** What an argument of the field's `@listSize` directive says. */
function stated(definition: GraphQLField<unknown, unknown>, name: string): string | boolean | undefined {
  const directive = definition.astNode?.directives?.find((each) => each.name.value === "listSize");
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.INT || value?.kind === Kind.BOOLEAN ? value.value : undefined;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/**
 * How often what is inside the field is counted. A `limit` that is written in the query counts as it stands, one that is a
 * variable as the most it may be, since a query is weighed once and asked with any variables.
 */
export function listSizeOf(definition: GraphQLField<unknown, unknown> | undefined, field: FieldNode): number {
  if (!definition) return 1;
  const assumed = stated(definition, "assumed");
  if (assumed === undefined) {
    if (!isList(definition.type)) return 1;
    return isIntrospectionType(getNamedType(definition.type)) ? limits.introspectionList : Number.POSITIVE_INFINITY;
  }
  const most = Number(assumed);
  if (stated(definition, "limit") !== true) return most;
  const given = field.arguments?.find((argument) => argument.name.value === "limit")?.value;
  if (given === undefined) {
    return Number(definition.args.find((argument) => argument.name === "limit")?.defaultValue ?? most);
  }
  return given.kind === Kind.INT ? Math.min(Math.max(Number(given.value), 1), most) : most;
}
