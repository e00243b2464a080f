import { z } from "zod";
import { Id } from "../../shared/kernel/id.ts";
import { Instant } from "../../shared/kernel/instant.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Page } from "../../shared/kernel/page.ts";
import { type Actor, requirePerson } from "../platform/authz/actor.ts";
import { decodeCursor, encodeCursor } from "../platform/http/cursor.ts";
import type { ResponsesDeps } from "./deps.ts";
import { presentResponse, type ResponseRead } from "./present.ts";
import { listOwn } from "./queries.ts";

export interface MyListInput {
  limit: number;
  cursor?: string | undefined;
  language: Language;
}

const Cursor = z.tuple([Instant, Id]);

/** One's own responses to identified questionnaires, newest first. @throws {AppError} not_signed_in | invalid_input */
export async function listMyResponses(
  { db }: Pick<ResponsesDeps, "db">,
  actor: Actor,
  { limit, cursor, language }: MyListInput,
): Promise<Page<ResponseRead>> {
  const { personId } = requirePerson(actor);
  const place = decodeCursor(cursor, Cursor, language);
  const { rows, total } = await listOwn(db.reads, { personId, limit, after: place && { at: place[0], id: place[1] } });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((row) => presentResponse(row, row.id)),
    total,
    nextCursor: last ? encodeCursor([last.cursorAt, last.id]) : null,
  };
}
