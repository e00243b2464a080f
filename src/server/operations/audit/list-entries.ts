import { z } from "zod";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { AuditEntry } from "../../../shared/operations/audit-contract.ts";
import { type EntryFilter, type EntryRow, readEntries } from "../../audit/index.ts";
import type { Database } from "../../platform/db/database.ts";
import { decodeCursor, encodeCursor } from "../../platform/http/cursor.ts";

export interface EntriesInput {
  filter: EntryFilter;
  limit: number;
  cursor: string | undefined;
  language: Language;
}

const Figure = z.string().regex(/^\d{1,17}$/);
const Place = z.tuple([Figure, Figure]);

/** One page of the audit log, the newest first. @throws {AppError} invalid_input for a cursor that is not ours */
export async function listEntries(db: Database, { filter, limit, cursor, language }: EntriesInput) {
  const after = decodeCursor(cursor, Place, language);
  const rows = await readEntries(db, filter, { after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor([last.microseconds, last.id]) : null;
  return { items: shown.map(presentEntry), nextCursor };
}

function presentEntry({ microseconds, at, ...row }: EntryRow): AuditEntry {
  return { ...row, at: at.toISOString() };
}
