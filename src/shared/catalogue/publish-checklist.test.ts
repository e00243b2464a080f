import { describe, expect, test } from "vitest";
import { emptyContent } from "./content-parts.ts";
import { type ChecklistFacts, isPublishable, publishChecklist } from "./publish-checklist.ts";
import { paragraphs } from "./rich-text.ts";
import type { DraftSession, WorkshopContent } from "./workshop.ts";

const hall = "018f0000-0000-7000-8000-00000000000a";
const facts: ChecklistFacts = {
  now: new Date("2027-01-15T09:00:00Z"),
  locations: [
    { id: hall, name: "Hall", availableFrom: "2027-02-01T08:00:00Z", availableUntil: "2027-02-01T18:00:00Z" },
  ],
  hasQuestionnaire: true,
};
const session = (startsAt: string, endsAt: string, change: Partial<DraftSession> = {}): DraftSession => ({
  id: crypto.randomUUID(),
  title: {},
  description: {},
  startsAt,
  endsAt,
  locationId: null,
  onlineUrl: null,
  capacity: null,
  ...change,
});
const ready: WorkshopContent = {
  ...emptyContent,
  title: { pl: "Mediacje" },
  description: { pl: paragraphs("Ćwiczymy.") },
  capacity: 12,
  facilitators: [{ facilitatorId: crypto.randomUUID(), part: "lead" }],
  sessions: [session("2027-02-01T09:00:00Z", "2027-02-01T11:00:00Z")],
};
const found = (change: Partial<WorkshopContent>, language: "en" | "pl" = "pl") =>
  publishChecklist({ ...ready, ...change }, language, facts).map(({ field, code }) => `${field} ${code}`);

describe("the publish checklist", () => {
  test("finds nothing in a workshop that is ready", () => {
    expect(publishChecklist(ready, "pl", facts)).toEqual([]);
  });

  test("asks for texts in the language that is published, not in the other", () => {
    expect(found({}, "en")).toEqual(["title.en title_missing", "description.en description_missing"]);
    const blank = { pl: { type: "doc" as const, content: [{ type: "paragraph" as const }] } };
    expect(found({ description: blank })).toEqual(["description.pl description_missing"]);
  });

  test("asks for a session, and for one in the future", () => {
    expect(found({ sessions: [] })).toEqual(["sessions session_missing"]);
    expect(found({ sessions: [session("2027-01-10T09:00:00Z", "2027-01-10T11:00:00Z")] })).toEqual([
      "sessions session_not_in_future",
    ]);
  });

  test("asks for an end after the start", () => {
    expect(found({ sessions: [session("2027-02-01T09:00:00Z", "2027-02-01T09:00:00Z")] })).toEqual([
      "sessions.0.endsAt session_ends_before_start",
    ]);
  });

  test("holds sessions to the hours of their place, also when it is the workshop's", () => {
    const late = session("2027-02-01T17:00:00Z", "2027-02-01T19:00:00Z");
    expect(found({ sessions: [{ ...late, locationId: hall }] })).toEqual([
      "sessions.0.startsAt session_outside_availability",
    ]);
    expect(found({ sessions: [late], locationId: hall })).toHaveLength(1);
    expect(found({ sessions: [{ ...late, onlineUrl: "https://meet.example" }], locationId: hall })).toEqual([]);
  });

  test("sees sessions that overlap each other", () => {
    const sessions = [
      session("2027-02-01T09:00:00Z", "2027-02-01T11:00:00Z", { locationId: hall }),
      session("2027-02-01T10:00:00Z", "2027-02-01T12:00:00Z", { locationId: hall }),
      session("2027-02-01T12:00:00Z", "2027-02-01T13:00:00Z", { locationId: hall }),
    ];
    expect(found({ sessions })).toEqual(["sessions.1.startsAt sessions_overlap_facilitator"]);
    expect(found({ sessions, facilitators: [] })).toEqual([
      "sessions.1.startsAt sessions_overlap_location",
      "facilitators facilitator_missing",
    ]);
  });

  test("asks for seats and a facilitator", () => {
    expect(found({ capacity: null, facilitators: [] })).toEqual([
      "capacity capacity_missing",
      "facilitators facilitator_missing",
    ]);
  });

  test("recommends a questionnaire without insisting", () => {
    const findings = publishChecklist(ready, "pl", { ...facts, hasQuestionnaire: false });
    expect(findings).toMatchObject([{ code: "questionnaire_missing", severity: "warning" }]);
    expect(isPublishable(findings)).toBe(true);
    expect(isPublishable(publishChecklist(emptyContent, "pl", facts))).toBe(false);
  });
});
