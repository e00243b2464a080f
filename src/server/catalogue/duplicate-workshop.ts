import type { WorkshopDraft } from "../../shared/catalogue/studio-workshop.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { newId } from "../../shared/kernel/id.ts";
import { record } from "../audit/index.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { editableWorkshop } from "./access.ts";
import type { CatalogueDeps } from "./deps.ts";
import { getDraft } from "./get-draft.ts";
import { findDraft, insertWorkshop } from "./queries/drafts.ts";

/**
 * Copies a draft as a new one. A session is nothing without its date, so the copy starts without sessions.
 * @throws {AppError} not_found | forbidden
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
    await insertWorkshop(tx, { id, content: { ...draft.content, sessions: [] }, createdBy: person.personId, at });
    const entry = { actorId: person.personId, action: "workshop.duplicated", subjectType: "workshop", subjectId: id };
    await record(tx, { ...entry, details: { from: workshopId }, at });
    return getDraft({ db: tx }, actor, id);
  });
}
