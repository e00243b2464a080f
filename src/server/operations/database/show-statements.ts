import { AppError } from "../../../shared/kernel/error.ts";
import type { StatementList, StatementPlan } from "../../../shared/operations/database-contract.ts";
import type { Database } from "../../platform/db/database.ts";
import { isRefusedStatement } from "../../platform/db/errors.ts";
import * as queries from "./queries.ts";

const firstWithGenericPlans = 160_000;

/** The statements that took most time. What still stands in quotes in their text is a value somebody wrote, so it goes. */
export async function showStatements(db: Database): Promise<StatementList> {
  const state = await stateOf(db);
  if (state !== "counted") return { state, since: null, items: [] };
  const [rows, { since }] = await Promise.all([queries.listStatements(db), queries.findDatabase(db)]);
  const items = rows.map(({ text, ...row }) => ({ ...row, text: withoutQuoted(text) }));
  return { state, since: since?.toISOString() ?? null, items };
}

/**
 * The plan that PostgreSQL would choose without knowing the values; nothing is run.
 * @throws {AppError} not_found for a statement that it has not counted
 */
export async function planStatement(db: Database, id: string): Promise<StatementPlan> {
  const text = (await stateOf(db)) === "counted" ? await queries.findStatementText(db, id) : undefined;
  if (text === undefined) throw new AppError("not_found");
  if ((await queries.findDatabase(db)).versionNumber < firstWithGenericPlans) return { state: "too_old", lines: [] };
  // Counted texts are single statements without literals; anything else is none of ours to run a part of.
  if (text.includes(";")) return { state: "not_plannable", lines: [] };
  try {
    const lines = await db.transaction(async (tx) => {
      await queries.beginPlanning(tx);
      return queries.explainStatement(tx, text);
    });
    return { state: "planned", lines: lines.map(withoutQuoted) };
  } catch (error) {
    // Such as a table that is gone, or a value whose type only its caller knew.
    if (isRefusedStatement(error)) return { state: "not_plannable", lines: [] };
    throw error;
  }
}

async function stateOf(db: Database): Promise<StatementList["state"]> {
  const { isLoaded, isInstalled } = await queries.findStatementCounting(db);
  if (!isLoaded) return "not_loaded";
  return isInstalled ? "counted" : "not_installed";
}

const withoutQuoted = (text: string) => text.replaceAll(/'(?:[^']|'')*'/g, "'…'");
