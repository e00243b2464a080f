import type { EnrolmentStatus, StudioEnrolment } from "../../shared/enrolment/contract.ts";
import { AppError } from "../../shared/kernel/error.ts";
import type { Permission } from "../../shared/kernel/permission.ts";
import { record } from "../audit/index.ts";
import { type Actor, requirePerson } from "../platform/authz/actor.ts";
import { type Change, cancellable, changeEnrolment, requireStatus } from "./change-enrolment.ts";
import type { EnrolmentDeps } from "./deps.ts";
import { requireRunning } from "./policy.ts";
import { presentForStudio } from "./present.ts";
import { countOccupancy, findForStudio } from "./queries.ts";
import { decideSeat } from "./seat.ts";

/**
 * Approves somebody who asked: they get a seat, or a place in line once the workshop is full.
 * @throws {AppError} not_found | forbidden | invalid_transition | workshop_full
 */
export function confirmEnrolment(deps: EnrolmentDeps, actor: Actor, enrolmentId: string): Promise<StudioEnrolment> {
  return run(deps, actor, {
    enrolmentId,
    permission: "enrolments.confirm",
    next: async (enrolment, workshop, tx) => {
      requireStatus(enrolment, ["pending"]);
      const seat = decideSeat(workshop, await countOccupancy(tx, workshop.id));
      if (seat === "full") throw new AppError("workshop_full", { capacity: workshop.capacity });
      return seat;
    },
  });
}

/** Turns down somebody who asked. @throws {AppError} not_found | forbidden | invalid_transition */
export function declineEnrolment(deps: EnrolmentDeps, actor: Actor, enrolmentId: string): Promise<StudioEnrolment> {
  return run(deps, actor, { enrolmentId, permission: "enrolments.confirm", next: from(["pending"], "declined") });
}

/** Cancels somebody's enrolment. @throws {AppError} not_found | forbidden | invalid_transition */
export function removeEnrolment(deps: EnrolmentDeps, actor: Actor, enrolmentId: string): Promise<StudioEnrolment> {
  return run(deps, actor, { enrolmentId, permission: "enrolments.cancel", next: from(cancellable, "cancelled") });
}

function from(allowed: readonly EnrolmentStatus[], status: EnrolmentStatus): Change["next"] {
  return (enrolment) => {
    requireStatus(enrolment, allowed);
    return status;
  };
}

async function run(
  deps: EnrolmentDeps,
  actor: Actor,
  { enrolmentId, permission, next }: { enrolmentId: string; permission: Permission; next: Change["next"] },
): Promise<StudioEnrolment> {
  const { personId } = requirePerson(actor);
  await changeEnrolment(deps, {
    enrolmentId,
    allow: async (tx, { workshopId }) => {
      await requireRunning({ db: tx, catalogue: deps.catalogue }, actor, { workshopId, permission });
    },
    next,
    afterwards: async (tx, { id, status }) => {
      const entry = { actorId: personId, action: `enrolment.${status}`, subjectType: "enrolment", subjectId: id };
      await record(tx, { ...entry, at: deps.clock.now() });
    },
  });
  return presentForStudio(await findForStudio(deps.db, enrolmentId));
}
