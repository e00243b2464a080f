import { Readable } from "node:stream";
import { stringify } from "csv-stringify/sync";
import type { AuditFilter } from "../../../shared/operations/audit-contract.ts";
import { type EntryPlace, type EntryRow, readEntries, record } from "../../audit/index.ts";
import { type Actor, authorise } from "../../platform/authz/actor.ts";
import { spreadsheetCell } from "../../platform/csv/spreadsheet-cell.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Clock } from "../../platform/time/clock.ts";

/** Makes spreadsheets read the file as UTF-8. */
const byteOrderMark = "\uFEFF";
const rowsAtATime = 1_000;
const columns = ["at", "actor", "action", "subject_type", "subject", "details"];

/**
 * Everything that fits as CSV, in parts, however long the log is. Names stay out of the file: they change and are erased,
 * files are not. The export is in the log before its first byte leaves. @throws {AppError} not_signed_in | forbidden
 */
export async function exportEntries(deps: { db: Database; clock: Clock }, actor: Actor, filter: AuditFilter) {
  const { personId } = authorise(actor, "audit.read", false);
  await record(deps.db, {
    actorId: personId,
    action: "audit_log.exported",
    subjectType: "audit_log",
    subjectId: "all",
    details: filter,
    at: deps.clock.now(),
  });
  return Readable.from(linesOf(deps.db, filter), { objectMode: false });
}

async function* linesOf(db: Database, filter: AuditFilter): AsyncGenerator<string> {
  yield byteOrderMark + stringify([columns]);
  let after: EntryPlace | undefined;
  do {
    const rows: EntryRow[] = await readEntries(db, filter, { after, limit: rowsAtATime });
    if (rows.length > 0) yield stringify(rows.map(lineOf));
    const last = rows.at(-1);
    after = last && rows.length === rowsAtATime ? [last.microseconds, last.id] : undefined;
  } while (after);
}

function lineOf({ at, actorId, action, subjectType, subjectId, details }: EntryRow): string[] {
  const cells = [actorId ?? "", action, subjectType, subjectId, JSON.stringify(details)];
  return [at.toISOString(), ...cells.map(spreadsheetCell)];
}
