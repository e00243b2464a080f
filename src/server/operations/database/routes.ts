import { databaseContract as contract } from "../../../shared/operations/database-contract.ts";
import type { Database } from "../../platform/db/database.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { showDatabase } from "./show-database.ts";
import { planStatement, showStatements } from "./show-statements.ts";

export function databaseRoutes({ db }: { db: Database }): Route[] {
  return [
    route(contract.getDatabase, () => showDatabase(db)),
    route(contract.listStatements, () => showStatements(db)),
    route(contract.getStatementPlan, ({ params }) => planStatement(db, params.statementId)),
  ];
}
