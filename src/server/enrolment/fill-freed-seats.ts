import type { EnrolmentWorkshop } from "../catalogue/index.ts";
import type { Tx } from "../platform/db/database.ts";
import type { EnrolmentDeps } from "./deps.ts";
import { announce } from "./events.ts";
import { offerDeadline } from "./offer-deadline.ts";
import { countOccupancy, promoteFirst } from "./queries.ts";
import { countFreedSeats, decideFreedSeat } from "./seat.ts";

/** The job that ends the offers of one workshop whose time is up. */
export const expireOffersJob = "enrolment.expireOffers";

/**
 * Gives every free seat to the first in line. Belongs at the end of each transaction that may have freed one; the
 * workshop's row must be locked.
 */
export async function fillFreedSeats(
  { clock, events, jobs, catalogue }: EnrolmentDeps,
  tx: Tx,
  workshop: EnrolmentWorkshop,
): Promise<void> {
  const at = clock.now();
  catalogue.seatsChanged(tx, workshop.id);
  const isOver = workshop.endsAt !== null && workshop.endsAt <= at;
  if (workshop.status !== "published" || isOver) return;
  const count = countFreedSeats(workshop, await countOccupancy(tx, workshop.id));
  if (count === 0) return;
  const status = decideFreedSeat(workshop, at);
  const { startsAt, timeZone } = workshop;
  const offeredUntil = status === "offered" && startsAt !== null ? offerDeadline(at, startsAt, timeZone) : null;
  const promoted = await promoteFirst(tx, { workshopId: workshop.id, count, status, offeredUntil, at });
  for (const row of promoted) await announce(events, tx, row);
  if (offeredUntil) {
    const key = `${expireOffersJob}:${workshop.id}:${offeredUntil.getTime()}`;
    await jobs.add(tx, { name: expireOffersJob, payload: { workshopId: workshop.id }, runAt: offeredUntil, key });
  }
}
