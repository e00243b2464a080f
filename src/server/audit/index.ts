import type { Db } from "../platform/db/database.ts";
import type { AuditEntry } from "./entry.ts";
import { insertEntry } from "./queries.ts";

export type { AuditEntry };

/** Adds an entry to the audit log. Give it the transaction of the deed, so that both exist or neither does. */
export function record(tx: Db, entry: AuditEntry): Promise<void> {
  return insertEntry(tx, entry);
}
