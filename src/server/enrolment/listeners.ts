import type { WorkshopCancelled, WorkshopPublished } from "../catalogue/index.ts";
import type { EnrolmentDeps } from "./deps.ts";
import type { EnrolmentWorkshopCancelled } from "./events.ts";
import { fillFreedSeats } from "./fill-freed-seats.ts";
import { listEnrolled } from "./queries.ts";

/** What enrolment does when the catalogue announces something. */
export function listen(deps: EnrolmentDeps): void {
  const { events, catalogue } = deps;
  // A publish may raise the capacity.
  events.on<WorkshopPublished>("workshop.published", async (tx, { workshopId }) => {
    const workshop = await catalogue.workshopForEnrolment(tx, workshopId);
    if (workshop) await fillFreedSeats(deps, tx, workshop);
  });
  events.on<WorkshopCancelled>("workshop.cancelled", async (tx, { workshopId }) => {
    for (const { enrolmentId, participantId } of await listEnrolled(tx, workshopId)) {
      const event = { type: "enrolment.workshopCancelled", enrolmentId, workshopId, participantId } as const;
      await events.publish<EnrolmentWorkshopCancelled>(tx, event);
    }
  });
}
