import { z } from "zod";
import type { Enrolment, EnrolmentStatus, MyEnrolment, StudioEnrolment } from "../../shared/enrolment/contract.ts";
import { Id } from "../../shared/kernel/id.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Page } from "../../shared/kernel/page.ts";
import { type Actor, requirePerson } from "../platform/authz/actor.ts";
import { decodeCursor, encodeCursor } from "../platform/http/cursor.ts";
import type { EnrolmentDeps } from "./deps.ts";
import { requireRunning } from "./policy.ts";
import { presentEnrolment, presentForStudio, presentMine } from "./present.ts";
import { findLiving, listMine, listOfWorkshop } from "./queries.ts";

/** One's living enrolment in a workshop, or null. */
export async function getMyEnrolment(
  { db }: EnrolmentDeps,
  actor: Actor,
  workshopId: string,
): Promise<{ enrolment: Enrolment | null }> {
  const row = await findLiving(db.reads, workshopId, requirePerson(actor).personId);
  return { enrolment: row ? presentEnrolment(row) : null };
}

interface PageInput {
  limit?: number | undefined;
  cursor?: string | undefined;
}

export interface MyListInput extends PageInput {
  lang: Language;
}

const MyCursor = z.tuple([z.int().min(0).max(1), z.number(), Id]);

/** One's enrolments: what is to come, soonest first, then what is over, latest first. */
export async function listMyEnrolments(
  { db, clock }: EnrolmentDeps,
  actor: Actor,
  { lang, limit = 20, cursor }: MyListInput,
): Promise<Page<MyEnrolment>> {
  const { personId } = requirePerson(actor);
  const place = decodeCursor(cursor, MyCursor, lang);
  const after = place && { section: place[0], distance: place[1], id: place[2] };
  const { total, rows } = await listMine(db.reads, { personId, now: clock.now(), limit, after });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map((row) => presentMine(row, lang)),
    total,
    nextCursor: last ? encodeCursor([last.section, last.distance, last.id]) : null,
  };
}

export interface WorkshopListInput extends PageInput {
  workshopId: string;
  status?: EnrolmentStatus | undefined;
  language: Language;
}

const WorkshopCursor = z.tuple([z.int().min(0).max(3), z.int().min(0)]);

/** The enrolments of a workshop: seats first, then the line in order of arrival. @throws {AppError} not_found | forbidden */
export async function listWorkshopEnrolments(
  deps: EnrolmentDeps,
  actor: Actor,
  { workshopId, status, limit = 20, cursor, language }: WorkshopListInput,
): Promise<Page<StudioEnrolment>> {
  await requireRunning(deps, actor, { workshopId, permission: "enrolments.read" });
  const place = decodeCursor(cursor, WorkshopCursor, language);
  const after = place && { section: place[0], arrivalNumber: place[1] };
  const { total, rows } = await listOfWorkshop(deps.db.longReads, { workshopId, status, limit, after });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(presentForStudio),
    total,
    nextCursor: last ? encodeCursor([last.section, last.arrivalNumber]) : null,
  };
}
