import type { Enrolment } from "../../shared/enrolment/contract.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { newId } from "../../shared/kernel/id.ts";
import type { EnrolmentWorkshop } from "../catalogue/index.ts";
import { type Actor, requirePerson } from "../platform/authz/actor.ts";
import type { Tx } from "../platform/db/database.ts";
import type { EnrolmentDeps } from "./deps.ts";
import { announce } from "./events.ts";
import { inTurn } from "./in-turn.ts";
import { presentEnrolment } from "./present.ts";
import { findObstacles, findPlaceFacts, insertEnrolment } from "./queries.ts";
import { decideSeat } from "./seat.ts";
import type { EnrolmentRow } from "./tables.ts";

export interface EnrolInput {
  workshopId: string;
  /** True: the person knows what stands in the way and wants it all the same. */
  isConfirmed: boolean;
}

/**
 * Takes a seat, or a place in line once the workshop is full. The workshop's row is locked from before the seats are
 * counted until the commit, so however many ask at once, in however many processes, each seat goes to one of them.
 * @throws {AppError} not_signed_in | email_not_verified | not_found | enrolment_closed | already_enrolled |
 *   confirmation_needed | workshop_full
 */
export async function enrol(
  deps: EnrolmentDeps,
  actor: Actor,
  { workshopId, isConfirmed }: EnrolInput,
): Promise<Enrolment> {
  const person = requirePerson(actor);
  if (!person.isEmailVerified) throw new AppError("email_not_verified");
  const participantId = person.personId;
  // Asked before the lock, so that it does not keep others waiting.
  const obstacles = isConfirmed ? [] : await findObstacles(deps.db.reads, workshopId, participantId);
  return inTurn(workshopId, () =>
    deps.db.transaction(async (tx) => {
      const workshop = await openWorkshop(deps, tx, workshopId);
      const { livingId, ...occupancy } = await findPlaceFacts(tx, workshopId, participantId);
      if (livingId) throw new AppError("already_enrolled", { enrolmentId: livingId });
      if (obstacles.length > 0) throw new AppError("confirmation_needed", { obstacles });

      const seat = decideSeat(workshop, occupancy);
      if (seat === "full") throw new AppError("workshop_full", { capacity: workshop.capacity });
      const status = workshop.needsApproval ? "pending" : seat;
      const at = deps.clock.now();
      const id = newId(at.getTime());
      await insertEnrolment(tx, { id, workshopId, participantId, status, at });
      const position = status === "waitlisted" ? occupancy.waiting + 1 : null;
      const row: EnrolmentRow = { id, workshopId, participantId, status, position, offeredUntil: null, createdAt: at };
      await announce(deps.events, tx, row);
      deps.catalogue.seatsChanged(tx, workshopId);
      return presentEnrolment(row);
    }),
  );
}

/** The workshop, locked, if one can enrol in it now. */
async function openWorkshop(deps: EnrolmentDeps, tx: Tx, workshopId: string): Promise<EnrolmentWorkshop> {
  const workshop = await deps.catalogue.workshopForEnrolment(tx, workshopId);
  const isKnown = workshop?.status === "published" || (workshop?.status === "cancelled" && workshop.capacity !== null);
  if (!workshop || !isKnown) throw new AppError("not_found", { workshopId });
  const hasStarted = workshop.startsAt !== null && workshop.startsAt <= deps.clock.now();
  if (workshop.status === "cancelled" || hasStarted) throw new AppError("enrolment_closed", { workshopId });
  return workshop;
}
