import type { EnrolmentDeps } from "./deps.ts";
import { announce } from "./events.ts";
import { fillFreedSeats } from "./fill-freed-seats.ts";
import { expireOverdue } from "./queries.ts";

/** Ends the workshop's offers whose time is up; their seats go to the next in line. */
export function expireOffers(deps: EnrolmentDeps, workshopId: string): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const workshop = await deps.catalogue.workshopForEnrolment(tx, workshopId);
    if (!workshop) return;
    const expired = await expireOverdue(tx, workshopId, deps.clock.now());
    if (expired.length === 0) return;
    for (const row of expired) await announce(deps.events, tx, row);
    await fillFreedSeats(deps, tx, workshop);
  });
}
