import type { Language } from "../kernel/locale.ts";
import { locationOf } from "./content-parts.ts";
import { plainText } from "./plain-text.ts";
import type { DraftSession, WorkshopContent } from "./workshop.ts";

/** What the checklist can find; the codes are stable. */
export type ChecklistCode =
  | "title_missing"
  | "description_missing"
  | "session_missing"
  | "session_not_in_future"
  | "session_ends_before_start"
  | "session_outside_availability"
  | "sessions_overlap_location"
  | "sessions_overlap_facilitator"
  | "capacity_missing"
  | "facilitator_missing"
  | "questionnaire_missing";

export interface ChecklistFinding {
  /** A dotted path into the content, such as `sessions.0.endsAt`. */
  field: string;
  code: ChecklistCode;
  /** Errors forbid publishing, warnings do not. */
  severity: "error" | "warning";
  /** What the sentence about it needs: session numbers from 1, a place's name. */
  params: Record<string, string | number>;
}

export interface LocationAvailability {
  id: string;
  name: string;
  /** ISO instants; null means without limit. */
  availableFrom: string | null;
  availableUntil: string | null;
}

export interface ChecklistFacts {
  now: Date;
  locations: readonly LocationAvailability[];
  hasQuestionnaire: boolean;
}

/** Everything that is missing before the language of a workshop can be published; empty when nothing is. */
export function publishChecklist(
  content: WorkshopContent,
  language: Language,
  facts: ChecklistFacts,
): ChecklistFinding[] {
  const findings: ChecklistFinding[] = [];
  if (!content.title[language]) findings.push(error(`title.${language}`, "title_missing"));
  if (!plainText(content.description[language])) findings.push(error(`description.${language}`, "description_missing"));
  if (content.sessions.length === 0) findings.push(error("sessions", "session_missing"));
  else if (!content.sessions.some((session) => Date.parse(session.startsAt) > facts.now.getTime())) {
    findings.push(error("sessions", "session_not_in_future"));
  }
  for (const [index, session] of content.sessions.entries()) {
    findings.push(...sessionFindings(content, { session, index }, facts));
  }
  findings.push(...overlaps(content));
  if (content.capacity === null) findings.push(error("capacity", "capacity_missing"));
  if (content.facilitators.length === 0) findings.push(error("facilitators", "facilitator_missing"));
  if (!facts.hasQuestionnaire) {
    findings.push({ field: "questionnaire", code: "questionnaire_missing", severity: "warning", params: {} });
  }
  return findings;
}

/** Whether nothing of what was found forbids publishing. */
export function isPublishable(findings: readonly Pick<ChecklistFinding, "severity">[]): boolean {
  return findings.every((finding) => finding.severity !== "error");
}

function sessionFindings(
  content: WorkshopContent,
  { session, index }: { session: DraftSession; index: number },
  { locations }: ChecklistFacts,
): ChecklistFinding[] {
  const number = index + 1;
  const [start, end] = [Date.parse(session.startsAt), Date.parse(session.endsAt)];
  const findings: ChecklistFinding[] = [];
  if (end <= start) findings.push(error(`sessions.${index}.endsAt`, "session_ends_before_start", { number }));
  const location = locations.find(({ id }) => id === locationOf(content, session));
  const { availableFrom = null, availableUntil = null } = location ?? {};
  const isTooEarly = availableFrom !== null && start < Date.parse(availableFrom);
  const isTooLate = availableUntil !== null && end > Date.parse(availableUntil);
  if (location && (isTooEarly || isTooLate)) {
    const params = { number, location: location.name };
    findings.push(error(`sessions.${index}.startsAt`, "session_outside_availability", params));
  }
  return findings;
}

/** A workshop's facilitators lead all of its sessions, so with one assigned no two sessions may overlap at all. */
function overlaps(content: WorkshopContent): ChecklistFinding[] {
  return content.sessions.flatMap((session, index) => {
    const location = locationOf(content, session);
    return content.sessions.slice(0, index).flatMap((earlier, other) => {
      if (!isOverlapping(session, earlier)) return [];
      const params = { number: index + 1, other: other + 1 };
      const field = `sessions.${index}.startsAt`;
      if (content.facilitators.length > 0) return [error(field, "sessions_overlap_facilitator", params)];
      const isSamePlace = location !== null && location === locationOf(content, earlier);
      return isSamePlace ? [error(field, "sessions_overlap_location", params)] : [];
    });
  });
}

function isOverlapping(a: DraftSession, b: DraftSession): boolean {
  return Date.parse(a.startsAt) < Date.parse(b.endsAt) && Date.parse(b.startsAt) < Date.parse(a.endsAt);
}

function error(field: string, code: ChecklistCode, params: Record<string, string | number> = {}): ChecklistFinding {
  return { field, code, severity: "error", params };
}
