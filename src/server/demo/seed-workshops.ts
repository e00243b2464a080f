import { newId, slugify } from "../../shared/kernel/id.ts";
import type { Tx } from "../platform/db/database.ts";
import type { DemoWorkshop, FacilitatorCode } from "./demo-content.ts";
import { facilitators } from "./facilitators.ts";
import { places } from "./places.ts";
import { insertFacilitators, insertLocations, insertSessions, insertWorkshops } from "./queries.ts";
import { daysBefore } from "./schedule.ts";
import { accountOf, type DemoPeople } from "./seed-people.ts";
import { accounts } from "./staff.ts";
import type { WorkshopRow } from "./tables.ts";
import { workshopContent } from "./workshop-content.ts";
import { workshops } from "./workshops.ts";

export interface SeededWorkshop extends WorkshopRow {
  plan: DemoWorkshop;
}

/** Adds places, facilitators and the twelve workshops, published in both languages. */
export async function seedWorkshops(
  tx: Tx,
  { now, people }: { now: Date; people: DemoPeople },
): Promise<SeededWorkshop[]> {
  const by = { createdBy: accountOf(people, "editor").id, at: daysBefore(now, 62) };
  const placeRows = places.map((place) => ({ ...place, id: newId(by.at.getTime()) }));
  const facilitatorRows = facilitators.map((facilitator) => ({
    ...facilitator,
    id: newId(by.at.getTime()),
    personId: personOf(facilitator.code, people),
  }));
  await insertLocations(tx, placeRows, by);
  await insertFacilitators(tx, facilitatorRows, by);

  const ids = {
    places: new Map(placeRows.map(({ code, id }) => [code, id])),
    facilitators: new Map(facilitatorRows.map(({ code, id }) => [code, id])),
  };
  const seeded = workshops.map((plan, index): SeededWorkshop => {
    const publishedAt = daysBefore(now, publishedDaysAgo(index));
    const createdAt = daysBefore(publishedAt, 2);
    return {
      plan,
      id: newId(createdAt.getTime()),
      slugEn: slugify(plan.title.en),
      slugPl: slugify(plan.title.pl),
      content: workshopContent(plan, now, ids),
      createdAt,
      publishedAt,
    };
  });
  await insertWorkshops(
    tx,
    seeded.map(({ plan, ...row }) => row),
    by.createdBy,
  );
  await insertSessions(tx);
  return seeded;
}

/** The first workshop has already begun; the others came out one by one over the last weeks. */
const publishedDaysAgo = (index: number): number => (index === 0 ? 55 : 34 - 2 * index);

function personOf(code: FacilitatorCode, people: DemoPeople): string | null {
  const account = accounts.find(({ facilitator }) => facilitator === code);
  return account ? accountOf(people, account.role).id : null;
}
