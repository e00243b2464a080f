import type { WorkshopDraft } from "../../shared/catalogue/studio-workshop.ts";
import type { WorkshopContent } from "../../shared/catalogue/workshop.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { newId } from "../../shared/kernel/id.ts";
import { record } from "../audit/index.ts";
import type { Actor } from "../platform/authz/actor.ts";
import type { Tx } from "../platform/db/database.ts";
import { editableWorkshop } from "./access.ts";
import type { CatalogueDeps } from "./deps.ts";
import { getDraft } from "./get-draft.ts";
import { movedByWeeks, weeksUntilFree } from "./move-sessions.ts";
import { findClashes } from "./queries/clashes.ts";
import { findDraft, insertWorkshop } from "./queries/drafts.ts";

/** For so many weeks a place and facilitators are looked for that are free; then the editor has to. */
const mostWeeksTried = 26;

/**
 * Copies a draft as a new one. Its sessions keep their weekdays, hours, places and order and move to the first later weeks in which
 * nothing is booked twice, for the editor to set new dates (decision 0016). @throws {AppError} not_found | forbidden
 */
export function duplicateWorkshop(
  { db, clock }: CatalogueDeps,
  actor: Actor,
  workshopId: string,
): Promise<WorkshopDraft> {
  return db.transaction(async (tx) => {
    const { person } = await editableWorkshop(tx, actor, workshopId);
    const draft = await findDraft(tx, workshopId, person.personId);
    if (!draft) throw new AppError("not_found", { workshopId });
    const at = clock.now();
    const id = newId(at.getTime());
    const content = await withFreeSessions(tx, { id, content: draft.content, now: at });
    await insertWorkshop(tx, { id, content, createdBy: person.personId, at });
    const entry = { actorId: person.personId, action: "workshop.duplicated", subjectType: "workshop", subjectId: id };
    await record(tx, { ...entry, details: { from: workshopId }, at });
    return getDraft({ db: tx }, actor, id);
  });
}

async function withFreeSessions(
  tx: Tx,
  { id, content, now }: { id: string; content: WorkshopContent; now: Date },
): Promise<WorkshopContent> {
  const fewest = weeksUntilFree(content, now);
  const moved = (weeks: number) => ({ ...content, sessions: movedByWeeks(content, weeks, now) });
  if (content.sessions.length === 0) return content;
  for (let weeks = fewest; weeks < fewest + mostWeeksTried; weeks++) {
    const candidate = moved(weeks);
    if ((await findClashes(tx, id, candidate)).length === 0) return candidate;
  }
  return moved(fewest);
}
