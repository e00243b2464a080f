import { z } from "zod";
import { Id } from "../../shared/kernel/id.ts";
import { Instant } from "../../shared/kernel/instant.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Page } from "../../shared/kernel/page.ts";
import { reachOf } from "../../shared/kernel/permission.ts";
import type { StudioQuestionnaire } from "../../shared/questionnaires/contract.ts";
import type { WorkshopSummary } from "../catalogue/index.ts";
import { type Actor, requirePerson } from "../platform/authz/actor.ts";
import { decodeCursor, encodeCursor } from "../platform/http/cursor.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { listQuestionnaires as findPage } from "./queries/list.ts";
import type { ListedRow } from "./tables.ts";

export interface ListInput {
  workshopId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
  language: Language;
}

const Cursor = z.tuple([Instant, Id]);

/** The questionnaires one may see, last edited first. @throws {AppError} invalid_input (cursor) */
export async function listQuestionnaires(
  { db, catalogue }: QuestionnairesDeps,
  actor: Actor,
  { workshopId, limit, cursor, language }: ListInput,
): Promise<Page<StudioQuestionnaire>> {
  const { personId, role } = requirePerson(actor);
  const place = decodeCursor(cursor, Cursor, language);
  const after = place && { at: place[0], id: place[1] };
  const own = await catalogue.ownWorkshopIds(db.longReads, personId);
  const ownWorkshopIds = reachOf(role, "questionnaires.read") === "all" ? null : own;
  const { rows, total } = await findPage(db.longReads, { personId, ownWorkshopIds, workshopId, limit, after });
  const shown = rows.slice(0, limit);
  const ids = [...new Set(shown.flatMap((row) => row.workshopId ?? []))];
  const workshops = await catalogue.workshopSummaries(db.longReads, ids);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const isOwn = (row: ListedRow) => row.createdBy === personId || own.includes(row.workshopId ?? "");
  return {
    items: shown.map((row) => present(row, workshops, isOwn(row))),
    total,
    nextCursor: last ? encodeCursor([last.cursorAt, last.id]) : null,
  };
}

function present(row: ListedRow, workshops: Map<string, WorkshopSummary>, isOwn: boolean): StudioQuestionnaire {
  return {
    id: row.id,
    workshopId: row.workshopId,
    workshopTitle: (row.workshopId && workshops.get(row.workshopId)?.title) || null,
    title: row.title,
    status: row.status,
    currentVersion: row.currentVersion,
    responseCount: row.responseCount,
    isOwn,
    updatedAt: row.updatedAt.toISOString(),
  };
}
