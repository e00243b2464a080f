import type { Enrolment, EnrolmentStatus } from "../../shared/enrolment/contract.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { type Actor, requirePerson } from "../platform/authz/actor.ts";
import { cancellable, changeEnrolment, requireStatus } from "./change-enrolment.ts";
import type { EnrolmentDeps } from "./deps.ts";
import { presentEnrolment } from "./present.ts";
import type { EnrolmentRow } from "./tables.ts";

/** Gives up one's seat, offer or place in line. @throws {AppError} not_found | invalid_transition */
export function cancelEnrolment(deps: EnrolmentDeps, actor: Actor, enrolmentId: string): Promise<Enrolment> {
  return changeOwn(deps, actor, {
    enrolmentId,
    next: (enrolment) => {
      requireStatus(enrolment, cancellable);
      return "cancelled";
    },
  });
}

/** Accepts an offered seat while it is held. @throws {AppError} not_found | invalid_transition */
export function acceptOffer(deps: EnrolmentDeps, actor: Actor, enrolmentId: string): Promise<Enrolment> {
  return changeOwn(deps, actor, {
    enrolmentId,
    next: (enrolment) => {
      requireStatus(enrolment, ["offered"]);
      const isOver = enrolment.offeredUntil !== null && enrolment.offeredUntil <= deps.clock.now();
      if (isOver) throw new AppError("invalid_transition", { status: "expired" });
      return "confirmed";
    },
  });
}

/** Declines an offered seat; the next in line gets it. @throws {AppError} not_found | invalid_transition */
export function declineOffer(deps: EnrolmentDeps, actor: Actor, enrolmentId: string): Promise<Enrolment> {
  return changeOwn(deps, actor, {
    enrolmentId,
    next: (enrolment) => {
      requireStatus(enrolment, ["offered"]);
      return "declined";
    },
  });
}

async function changeOwn(
  deps: EnrolmentDeps,
  actor: Actor,
  { enrolmentId, next }: { enrolmentId: string; next: (enrolment: EnrolmentRow) => EnrolmentStatus },
): Promise<Enrolment> {
  const { personId } = requirePerson(actor);
  const changed = await changeEnrolment(deps, {
    enrolmentId,
    allow: (_tx, enrolment) => {
      if (enrolment.participantId !== personId) throw new AppError("not_found", { enrolmentId });
    },
    next,
  });
  return presentEnrolment(changed);
}
