import { AppError } from "../../shared/kernel/error.ts";
import { record } from "../audit/index.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { editableWorkshop } from "./access.ts";
import { dropWorkshop } from "./cache.ts";
import type { CatalogueDeps } from "./deps.ts";
import { lockWorkshop } from "./queries/drafts.ts";
import { releaseBookings } from "./queries/publishing.ts";
import { hasEnrolments, markDeleted } from "./queries/workshops.ts";

/**
 * Puts a workshop into the bin. One that somebody enrolled in is cancelled instead.
 * @throws {AppError} not_found | forbidden | invalid_transition
 */
export function deleteWorkshop(deps: CatalogueDeps, actor: Actor, workshopId: string): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const { person } = await editableWorkshop(tx, actor, workshopId);
    await lockWorkshop(tx, workshopId);
    if (await hasEnrolments(tx, workshopId)) throw new AppError("invalid_transition", { reason: "has_enrolments" });
    const at = deps.clock.now();
    await releaseBookings(tx, workshopId);
    await markDeleted(tx, workshopId, at);
    const entry = { actorId: person.personId, subjectType: "workshop", subjectId: workshopId, at };
    await record(tx, { ...entry, action: "workshop.deleted" });
    dropWorkshop(tx, deps.cache, workshopId);
  });
}
