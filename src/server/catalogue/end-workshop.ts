import type { WorkshopDraft } from "../../shared/catalogue/studio-workshop.ts";
import type { WorkshopStatus } from "../../shared/catalogue/workshop.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { record } from "../audit/index.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { editableWorkshop } from "./access.ts";
import { dropWorkshop } from "./cache.ts";
import type { CatalogueDeps } from "./deps.ts";
import type { WorkshopCancelled } from "./events.ts";
import { getDraft } from "./get-draft.ts";
import { findAccess, lockWorkshop } from "./queries/drafts.ts";
import { releaseBookings } from "./queries/publishing.ts";
import { setStatus } from "./queries/workshops.ts";

/** Takes a published workshop off the public site. @throws {AppError} not_found | forbidden | invalid_transition */
export function archiveWorkshop(deps: CatalogueDeps, actor: Actor, workshopId: string): Promise<WorkshopDraft> {
  return end(deps, actor, { workshopId, status: "archived", from: ["published"] });
}

/** Cancels a workshop; everyone enrolled is told. @throws {AppError} not_found | forbidden | invalid_transition */
export function cancelWorkshop(deps: CatalogueDeps, actor: Actor, workshopId: string): Promise<WorkshopDraft> {
  return end(deps, actor, { workshopId, status: "cancelled", from: ["draft", "published"] });
}

interface Ending {
  workshopId: string;
  status: "archived" | "cancelled";
  from: WorkshopStatus[];
}

function end(deps: CatalogueDeps, actor: Actor, { workshopId, status, from }: Ending): Promise<WorkshopDraft> {
  return deps.db.transaction(async (tx) => {
    const { person } = await editableWorkshop(tx, actor, workshopId);
    await lockWorkshop(tx, workshopId);
    const workshop = await findAccess(tx, workshopId, person.personId);
    if (!workshop) throw new AppError("not_found", { workshopId });
    if (!from.includes(workshop.status)) throw new AppError("invalid_transition", { status: workshop.status });
    const at = deps.clock.now();
    await setStatus(tx, { workshopId, status, at });
    await releaseBookings(tx, workshopId);
    const entry = { actorId: person.personId, subjectType: "workshop", subjectId: workshopId, at };
    await record(tx, { ...entry, action: `workshop.${status}` });
    if (status === "cancelled") {
      await deps.events.publish<WorkshopCancelled>(tx, { type: "workshop.cancelled", workshopId });
    }
    dropWorkshop(tx, deps.cache, workshopId);
    return getDraft({ db: tx }, actor, workshopId);
  });
}
