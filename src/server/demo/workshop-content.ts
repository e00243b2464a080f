import type { DraftSession, WorkshopContent } from "../../shared/catalogue/workshop.ts";
import { newId } from "../../shared/kernel/id.ts";
import { defaultTimeZone } from "../../shared/kernel/instant.ts";
import type { DemoSession, DemoWorkshop, FacilitatorCode, PlaceCode } from "./demo-content.ts";
import { sessionTimes } from "./schedule.ts";
import { written } from "./written.ts";

export interface DemoIds {
  places: ReadonlyMap<PlaceCode, string>;
  facilitators: ReadonlyMap<FacilitatorCode, string>;
}

/** What an editor would have typed: the whole draft of a demo workshop. */
export function workshopContent(workshop: DemoWorkshop, now: Date, ids: DemoIds): WorkshopContent {
  return {
    title: workshop.title,
    subtitle: workshop.subtitle,
    summary: workshop.summary,
    description: { en: written(workshop.description.en), pl: written(workshop.description.pl) },
    objectives: workshop.objectives,
    requirements: workshop.requirements,
    tagCodes: workshop.tagCodes,
    category: workshop.category,
    timeZone: defaultTimeZone,
    capacity: workshop.capacity,
    hasWaitingList: true,
    needsApproval: workshop.needsApproval,
    confirmsAtOnce: workshop.confirmsAtOnce,
    priceCents: workshop.priceZloty * 100,
    currency: "PLN",
    locationId: workshop.place === "online" ? null : known(ids.places, workshop.place),
    onlineUrl: workshop.place === "online" ? roomOf(workshop) : null,
    facilitators: workshop.facilitators.map(({ code, part }) => ({
      facilitatorId: known(ids.facilitators, code),
      part,
    })),
    sessions: workshop.sessions.map((session) => draftSession(workshop, session, now)),
  };
}

function draftSession(workshop: DemoWorkshop, session: DemoSession, now: Date): DraftSession {
  const { startsAt, endsAt } = sessionTimes(now, session);
  return {
    id: newId(),
    title: session.title,
    description: session.description,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    // Without a place or link of its own a session is where its workshop is.
    locationId: null,
    onlineUrl: session.place === "online" ? roomOf(workshop) : null,
    capacity: null,
  };
}

const roomOf = ({ code }: DemoWorkshop): string => `https://example.org/rooms/${code}`;

function known<Code extends string>(ids: ReadonlyMap<Code, string>, code: Code): string {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`the demo has no ${code}`);
  return id;
}
