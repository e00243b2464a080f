import type { Client } from "pg";
import { connectOnce } from "../../src/server/platform/db/connect-once.ts";
import type { Tx } from "../../src/server/platform/db/database.ts";
import { dbOver } from "../../src/server/platform/db/db.ts";
import type { Sql } from "../../src/server/platform/db/sql.ts";

export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
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
export async function recordPlans(url: string, work: (tx: Tx) => Promise<unknown>): Promise<RecordedPlan[]> {
  const client = await connectOnce(url);
  const plans: RecordedPlan[] = [];
  const tx: Tx = {
    ...dbOver(async (statement) => {
      const plan = await plansOf(client, statement);
      if (plan) plans.push(plan);
      return client.query(statement.text, [...statement.values]);
    }),
    isTransaction: true,
    afterCommit: () => undefined,
  };
  try {
    await client.query("begin");
    await work(tx);
    await client.query("rollback");
  } finally {
    await client.end();
  }
  return plans;
}

/** Nothing for what has no plan, such as SET. */
async function plansOf(client: Client, { text, values }: Sql): Promise<RecordedPlan | undefined> {
  if (!/^\s*(select|with|insert|update|delete)\b/i.test(text)) return undefined;
  const custom = await explain(client, text, [...values]);
  await client.query("set local plan_cache_mode = force_generic_plan");
  await client.query(`prepare recorded as ${text}`);
  const nulls = values.map(() => "null").join(", ");
  const generic = await explain(client, `execute recorded ${nulls && `(${nulls})`}`, []);
  await client.query("deallocate recorded");
  await client.query("set local plan_cache_mode = auto");
  return { text, custom, generic };
}

async function explain(client: Client, text: string, values: unknown[]): Promise<PlanNode> {
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: PlanNode }[] }>(`explain (format json) ${text}`, values);
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
