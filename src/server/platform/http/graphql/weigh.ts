import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from "graphql";
import { limits } from "./limits.ts";
import { listSizeOf } from "./list-size.ts";

/** What a query asks for, before anything of it is looked up. */
export interface Weight {
  cost: number;
  depth: number;
  /** How much deeper its introspection goes than its other fields may. */
  introspectionDepth: number;
}

interface Text {
  fields: number;
  aliases: number;
}

const introspection = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef];

const nothing: Weight = { cost: 0, depth: 0, introspectionDepth: 0 };

const beside = (one: Weight, other: Weight): Weight => ({
  cost: one.cost + other.cost,
  depth: Math.max(one.depth, other.depth),
  introspectionDepth: Math.max(one.introspectionDepth, other.introspectionDepth),
});

/**
 * Weighs operations without running or validating them. Every fragment is weighed once and remembered, so the work is in
 * proportion to the text, however often fragments name each other. Fields that do not exist count one.
 */
export class Scales {
  /** How many fields and aliases the text has, fragments that nobody uses too. */
  readonly text: Text = { fields: 0, aliases: 0 };
  /** True when a fragment contains itself. */
  hasCycle = false;
  readonly #schema: GraphQLSchema;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #weights = new Map<string, Weight>();
  readonly #open = new Set<string>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
    // Also those that nobody uses: validation reads them all.
    for (const name of this.#fragments.keys()) this.#fragment(name);
  }

  /** The weight of one operation. */
  weigh(operation: OperationDefinitionNode): Weight {
    const root = this.#schema.getRootType(operation.operation) ?? undefined;
    return this.#selections(operation.selectionSet, root);
  }

  #selections(set: SelectionSetNode, type: GraphQLNamedType | undefined): Weight {
    return set.selections.reduce((sum, selection) => beside(sum, this.#selection(selection, type)), nothing);
  }

  #selection(selection: SelectionNode, type: GraphQLNamedType | undefined): Weight {
    if (selection.kind === Kind.FIELD) return this.#field(selection, type);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(selection.name.value);
    const condition = selection.typeCondition?.name.value;
    return this.#selections(selection.selectionSet, condition ? this.#schema.getType(condition) : type);
  }

  #fragment(name: string): Weight {
    const known = this.#weights.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    if (!fragment) return nothing;
    if (this.#open.has(name)) {
      this.hasCycle = true;
      return nothing;
    }
    this.#open.add(name);
    const weight = this.#selections(fragment.selectionSet, this.#schema.getType(fragment.typeCondition.name.value));
    this.#open.delete(name);
    this.#weights.set(name, weight);
    return weight;
  }

  #field(field: FieldNode, type: GraphQLNamedType | undefined): Weight {
    this.text.fields += 1;
    if (field.alias) this.text.aliases += 1;
    const definition = this.#definition(field, type);
    const own = type !== undefined && type === this.#schema.getQueryType() ? limits.rootFieldCost : 1;
    if (!field.selectionSet) return { cost: own, depth: 1, introspectionDepth: 0 };
    const inner = this.#selections(field.selectionSet, definition && getNamedType(definition.type));
    const cost = own + listSizeOf(definition, field) * inner.cost;
    if (field.name.value.startsWith("__")) {
      return { cost, depth: 1, introspectionDepth: inner.depth };
    }
    return { cost, depth: 1 + inner.depth, introspectionDepth: inner.introspectionDepth };
  }

  #definition(field: FieldNode, type: GraphQLNamedType | undefined): GraphQLField<unknown, unknown> | undefined {
    if (type === undefined) return undefined;
    const name = field.name.value;
    if (name.startsWith("__")) return introspection.find((each) => each.name === name);
    return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  }
}
