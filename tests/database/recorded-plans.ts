import { type Client, escapeLiteral } from "pg";
import type { Tx } from "../../src/server/platform/db/database.ts";
import { dbOver } from "../../src/server/platform/db/db.ts";
import type { Sql } from "../../src/server/platform/db/sql.ts";

export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: PlanNode[];
}

/** A statement that was sent, and how PostgreSQL would go about it. */
export interface RecordedPlan {
  text: string;
  /** For exactly these values, as in the first runs of a prepared statement. */
  custom: PlanNode;
  /** For any values, as PostgreSQL may decide to run a prepared statement later. */
  generic: PlanNode;
}

/** Runs the work in a transaction that is rolled back, and gives the plans of the statements it sent, in order. */
export async function recordPlans(client: Client, work: (tx: Tx) => Promise<unknown>): Promise<RecordedPlan[]> {
  const plans: RecordedPlan[] = [];
  const tx: Tx = {
    ...dbOver(async (statement) => {
      const plan = await plansOf(client, statement);
      if (plan) plans.push(plan);
      return client.query(statement.text, [...statement.values]);
    }),
    isTransaction: true,
    beforeCommit: () => undefined,
    afterCommit: () => undefined,
  };
  await client.query("begin");
  try {
    await work(tx);
  } finally {
    await client.query("rollback");
  }
  return plans;
}

/** Nothing for what has no plan, such as SET. The statement runs for each plan, and what it did is taken back. */
async function plansOf(client: Client, { text, values }: Sql): Promise<RecordedPlan | undefined> {
  if (!/^\s*(select|with|insert|update|delete)\b/i.test(text)) return undefined;
  await client.query("savepoint before");
  const custom = await explain(client, text, [...values]);
  await client.query("rollback to before");
  // One that failed left its own behind.
  await client.query("deallocate all");
  await client.query(`prepare recorded as ${text}`);
  await client.query("set local plan_cache_mode = force_generic_plan");
  const given = values.map(literalOf).join(", ");
  const generic = await explain(client, `execute recorded ${given && `(${given})`}`, []);
  await client.query("rollback to before");
  return { text, custom, generic };
}

/** EXECUTE takes its values only as part of the text. */
function literalOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return escapeLiteral(`{${value.join(",")}}`);
  return escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}

async function explain(client: Client, text: string, values: unknown[]): Promise<PlanNode> {
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: PlanNode }[] }>(
    `explain (analyze, timing off, format json) ${text}`,
    values,
  );
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
  if (!plan) throw new Error(`no plan for: ${text}`);
  return plan;
}

/** The node and everything below it. */
function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

export function indexesOf(plan: PlanNode): string[] {
  return nodesOf(plan).flatMap((node) => node["Index Name"] ?? []);
}

/** The tables that the plan reads from end to end. */
export function scannedTables(plan: PlanNode): string[] {
  return nodesOf(plan).flatMap((node) =>
    node["Node Type"] === "Seq Scan" && node["Relation Name"] ? [node["Relation Name"]] : [],
  );
}

/** How many rows were read in vain: looked at and thrown away. */
export function rowsInVain(plan: PlanNode): number {
  const counts = nodesOf(plan).map((node) => (node["Rows Removed by Filter"] ?? 0) * node["Actual Loops"]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many rows of the table were read, also those thrown away. */
export function rowsReadOf(plan: PlanNode, table: string): number {
  const counts = nodesOf(plan)
    .filter((node) => node["Relation Name"] === table)
    .map((node) => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]);
  return counts.reduce((sum, count) => sum + count, 0);
}
