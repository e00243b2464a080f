import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Instant } from "../kernel/instant.ts";

const tag = "operations";
const Count = z.number().min(0);

/** PostgreSQL's number for a normalised statement. */
const StatementId = z.string().regex(/^-?\d{1,20}$/);

/** How often a statement ran and how long it took; its values are not in its text. */
export const CountedStatement = z.object({
  id: StatementId,
  text: z.string(),
  calls: Count,
  rows: Count,
  meanMs: Count,
  maxMs: Count,
  totalMs: Count,
});
export type CountedStatement = z.infer<typeof CountedStatement>;

export const StatementList = z.object({
  /** `not_loaded`: the server does not count; `not_installed`: it counts, but this database may not look. */
  state: z.enum(["counted", "not_loaded", "not_installed"]),
  since: Instant.nullable(),
  items: z.array(CountedStatement),
});
export type StatementList = z.infer<typeof StatementList>;

export const StatementPlan = z.object({
  /** `too_old`: PostgreSQL before 16 plans no statement without its values; `not_plannable`: it refused this one. */
  state: z.enum(["planned", "too_old", "not_plannable"]),
  lines: z.array(z.string()),
});
export type StatementPlan = z.infer<typeof StatementPlan>;

/** One table, its size with indexes, and what is left behind in it by updates and deletions. */
export const TableFigures = z.object({
  name: z.string(),
  bytes: Count,
  rows: Count,
  deadRows: Count,
  /** About what the dead rows take. */
  deadBytes: Count,
  wholeReads: Count,
  indexReads: Count,
  vacuumedAt: Instant.nullable(),
  analyzedAt: Instant.nullable(),
  /** Big, and often read from end to end. */
  wantsIndex: z.boolean(),
});
export type TableFigures = z.infer<typeof TableFigures>;

export const DatabaseFigures = z.object({
  version: z.string(),
  bytes: Count,
  /** Since when reads are counted. */
  since: Instant.nullable(),
  /** The largest first. */
  tables: z.array(TableFigures),
  /** Never read since then, and no rule rests on them. */
  unusedIndexes: z.array(z.object({ name: z.string(), table: z.string(), bytes: Count })),
});
export type DatabaseFigures = z.infer<typeof DatabaseFigures>;

export const databaseContract = {
  getDatabase: endpoint({
    id: "getDatabase",
    method: "GET",
    path: "/api/v1/studio/operations/database",
    summary: "Sizes, dead rows, unused indexes, and tables that may lack one.",
    tag,
    access: "operations.read",
    response: DatabaseFigures,
  }),
  listStatements: endpoint({
    id: "listStatements",
    method: "GET",
    path: "/api/v1/studio/operations/database/statements",
    summary: "The statements that took most of the database's time, without their values.",
    tag,
    access: "operations.read",
    response: StatementList,
  }),
  getStatementPlan: endpoint({
    id: "getStatementPlan",
    method: "GET",
    path: "/api/v1/studio/operations/database/statements/{statementId}/plan",
    summary: "How the database would run such a statement. Nothing is run.",
    tag,
    access: "operations.read",
    params: z.strictObject({ statementId: StatementId }),
    response: StatementPlan,
    errors: ["not_found"],
  }),
};
