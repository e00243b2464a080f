import type { EnrolmentStatus } from "../../shared/enrolment/contract.ts";
import { AppError } from "../../shared/kernel/error.ts";
import type { EnrolmentWorkshop } from "../catalogue/index.ts";
import type { Tx } from "../platform/db/database.ts";
import type { EnrolmentDeps } from "./deps.ts";
import { announce } from "./events.ts";
import { fillFreedSeats } from "./fill-freed-seats.ts";
import { findEnrolment, updateStatus } from "./queries.ts";
import type { EnrolmentRow } from "./tables.ts";

export interface Change {
  enrolmentId: string;
  /** Throws unless this may be done to the enrolment by whoever asks. */
  allow(tx: Tx, enrolment: EnrolmentRow): Promise<void> | void;
  /** The next status; throws when there is none from the present one. */
  next(enrolment: EnrolmentRow, workshop: EnrolmentWorkshop, tx: Tx): Promise<EnrolmentStatus> | EnrolmentStatus;
  /** What else belongs into the transaction, such as the audit log. */
  afterwards?(tx: Tx, enrolment: EnrolmentRow): Promise<void>;
}

/**
 * Moves an enrolment to another status under the workshop's lock; a seat that frees goes to the first in line in the
 * same transaction. @throws {AppError} not_found
 */
export function changeEnrolment(
  deps: EnrolmentDeps,
  { enrolmentId, allow, next, afterwards }: Change,
): Promise<EnrolmentRow> {
  return deps.db.transaction(async (tx) => {
    const unlocked = await findEnrolment(tx, enrolmentId);
    if (!unlocked) throw new AppError("not_found", { enrolmentId });
    await allow(tx, unlocked);
    const workshop = await deps.catalogue.workshopForEnrolment(tx, unlocked.workshopId);
    const enrolment = await findEnrolment(tx, enrolmentId);
    if (!workshop || !enrolment) throw new AppError("not_found", { enrolmentId });
    const status = await next(enrolment, workshop, tx);
    await updateStatus(tx, { id: enrolmentId, status, at: deps.clock.now() });
    const changed = await findEnrolment(tx, enrolmentId);
    if (!changed) throw new AppError("not_found", { enrolmentId });
    await announce(deps.events, tx, changed);
    await fillFreedSeats(deps, tx, workshop);
    await afterwards?.(tx, changed);
    return changed;
  });
}

/** @throws {AppError} invalid_transition unless the enrolment is in one of the statuses */
export function requireStatus(enrolment: EnrolmentRow, allowed: readonly EnrolmentStatus[]): void {
  if (!allowed.includes(enrolment.status)) throw new AppError("invalid_transition", { status: enrolment.status });
}

/** What can still be given up. */
export const cancellable: readonly EnrolmentStatus[] = ["pending", "confirmed", "waitlisted", "offered"];
