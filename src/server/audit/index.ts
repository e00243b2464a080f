import type { Db } from "../platform/db/database.ts";
import type { AuditEntry } from "./entry.ts";
import { type EntryFilter, type EntryPlace, type EntryRow, insertEntry, listActions, listEntries } from "./queries.ts";

export type { AuditEntry, EntryFilter, EntryPlace, EntryRow };

/** Adds an entry to the audit log. Give it the transaction of the deed, so that both exist or neither does. */
export function record(tx: Db, entry: AuditEntry): Promise<void> {
  return insertEntry(tx, entry);
}

/** Entries that fit, the newest first, from the place on. */
export function readEntries(
  db: Db,
  filter: EntryFilter,
  page: { after: EntryPlace | undefined; limit: number },
): Promise<EntryRow[]> {
  return listEntries(db, filter, page);
}

/** Every action that the log knows, in order. */
export function knownActions(db: Db): Promise<string[]> {
  return listActions(db);
}
