/** What one query may ask for. Ordinary queries stay far below; each figure keeps one kind of bomb away. */
export const limits = {
  /** The text of a query, in UTF-8. */
  sourceBytes: 20_000,
  /** The whole request with its variables. */
  bodyBytes: 64_000,
  tokens: 1_000,
  /** Fields in the text, fragments written out once. Compiling a query takes time and memory for each. */
  fields: 200,
  aliases: 30,
  /** Levels of fields; a fragment adds none of its own. */
  depth: 8,
  /** Levels below `__schema` and `__type`: what tools ask for goes deeper, and costs no statement. */
  introspectionDepth: 15,
  /** Fields times the length of the lists they are in. */
  cost: 10_000,
  /** What a field of the query itself counts: each may be a statement. */
  rootFieldCost: 500,
  /** How long lists of introspection count, which say nothing themselves. */
  introspectionList: 4,
  /** Compiled queries that are kept; the cache holds up to twice as many, at about 200 kB for the largest. */
  keptQueries: 64,
  /** Queries that are known by their hash, and the bytes they may take together. */
  persistedQueries: 500,
  persistedBytes: 2_000_000,
} as const;
