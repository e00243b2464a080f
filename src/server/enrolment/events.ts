import type { EnrolmentStatus } from "../../shared/enrolment/contract.ts";
import type { Tx } from "../platform/db/database.ts";
import type { EventBus } from "../platform/events/events.ts";

/** An enrolment reached a state: `enrolment.confirmed`, `enrolment.waitlisted`, `enrolment.offered` and so on. */
export interface EnrolmentChanged {
  readonly type: `enrolment.${EnrolmentStatus}`;
  readonly enrolmentId: string;
  readonly workshopId: string;
  readonly participantId: string;
  /** The place in line, with `enrolment.waitlisted`. */
  readonly position: number | null;
  /** Until when the seat is held, with `enrolment.offered`. */
  readonly offeredUntil: Date | null;
}

/** The workshop was cancelled; announced once for everybody who took part in it or waited for it. */
export interface EnrolmentWorkshopCancelled {
  readonly type: "enrolment.workshopCancelled";
  readonly enrolmentId: string;
  readonly workshopId: string;
  readonly participantId: string;
}

export type EnrolmentEvent = EnrolmentChanged | EnrolmentWorkshopCancelled;

export function announce(
  events: EventBus,
  tx: Tx,
  row: Omit<EnrolmentChanged, "type" | "enrolmentId"> & { id: string; status: EnrolmentStatus },
): Promise<void> {
  const { id, status, workshopId, participantId, position, offeredUntil } = row;
  return events.publish<EnrolmentChanged>(tx, {
    type: `enrolment.${status}`,
    enrolmentId: id,
    workshopId,
    participantId,
    position,
    offeredUntil,
  });
}
