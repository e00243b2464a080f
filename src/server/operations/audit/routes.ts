import { auditContract as contract } from "../../../shared/operations/audit-contract.ts";
import { knownActions } from "../../audit/index.ts";
import type { Database } from "../../platform/db/database.ts";
import { type Route, rawResponse, route } from "../../platform/http/route.ts";
import type { Clock } from "../../platform/time/clock.ts";
import { exportEntries } from "./export-entries.ts";
import { listEntries } from "./list-entries.ts";

export function auditRoutes(deps: { db: Database; clock: Clock }): Route[] {
  const { db } = deps;
  return [
    route(contract.listAuditEntries, ({ query: { limit, cursor, ...filter }, language }) =>
      listEntries(db, { filter, limit, cursor, language }),
    ),
    route(contract.listAuditActions, async () => ({ items: await knownActions(db) })),
    route(contract.exportAuditEntries, async ({ actor, query }) =>
      rawResponse({
        contentType: "text/csv; charset=utf-8",
        body: await exportEntries(deps, actor, query),
        filename: "audit-log.csv",
      }),
    ),
  ];
}
