import { z } from "zod";
import { languageState } from "../../shared/catalogue/language-states.ts";
import type { StudioWorkshop } from "../../shared/catalogue/studio-workshop.ts";
import type { WorkshopStatus } from "../../shared/catalogue/workshop.ts";
import { Id } from "../../shared/kernel/id.ts";
import { Instant } from "../../shared/kernel/instant.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Page } from "../../shared/kernel/page.ts";
import { reachOf } from "../../shared/kernel/permission.ts";
import { type Actor, requirePerson } from "../platform/authz/actor.ts";
import { decodeCursor, encodeCursor } from "../platform/http/cursor.ts";
import type { CatalogueDeps } from "./deps.ts";
import { listStudio } from "./queries/workshops.ts";
import type { StudioRow } from "./tables.ts";

export interface StudioListInput {
  q?: string | undefined;
  status?: WorkshopStatus | undefined;
  limit: number;
  cursor?: string | undefined;
  language: Language;
}

const Cursor = z.tuple([Instant, Id]);

/** The workshops one may see in the studio, last edited first. */
export async function listStudioWorkshops(
  { db }: CatalogueDeps,
  actor: Actor,
  { q, status, limit, cursor, language }: StudioListInput,
): Promise<Page<StudioWorkshop>> {
  const { personId, role } = requirePerson(actor);
  const place = decodeCursor(cursor, Cursor, language);
  const isAll = reachOf(role, "workshops.readDraft") === "all";
  const after = place && { at: place[0], id: place[1] };
  const { rows, total } = await listStudio(db.longReads, { personId, isAll, q, status, limit, after });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(present), total, nextCursor: last ? encodeCursor([last.cursorAt, last.id]) : null };
}

function present(row: StudioRow): StudioWorkshop {
  return {
    id: row.id,
    title: row.title,
    status: row.status,
    languageStates: { en: languageState(row, "en"), pl: languageState(row, "pl") },
    startsAt: row.startsAt?.toISOString() ?? null,
    capacity: row.capacity,
    taken: row.taken,
    waiting: row.waiting,
    createdBy: { id: row.createdById, name: row.createdByName },
    isOwn: row.isOwn,
    updatedAt: row.updatedAt.toISOString(),
  };
}
