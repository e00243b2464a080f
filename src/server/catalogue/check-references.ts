import { emptyContent } from "../../shared/catalogue/content-parts.ts";
import type { WorkshopChanges } from "../../shared/catalogue/workshop.ts";
import { AppError, type FieldIssue } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Db } from "../platform/db/database.ts";
import { type ReferenceCode, sentence } from "./messages.ts";
import { findReferences, type KnownReferences } from "./queries/places.ts";

/**
 * Changes whose instants are in one form, and whose facilitators, places and tags exist.
 * @throws {AppError} invalid_input naming every field that refers to nothing or says the same twice
 */
export async function checkedChanges(
  db: Db,
  changes: WorkshopChanges,
  { prefix, language }: { prefix: "content" | "changes"; language: Language },
): Promise<WorkshopChanges> {
  const normal = withPlainInstants(changes);
  const known = await findReferences(db, { ...emptyContent, ...normal });
  const issues = referenceIssues({ ...emptyContent, ...normal }, known).map(
    ([field, code]): FieldIssue => ({ field: `${prefix}.${field}`, code, message: sentence(code, language) }),
  );
  if (issues.length > 0) throw new AppError("invalid_input", { issues });
  return normal;
}

/** To the millisecond, in UTC: as we hand them out again. */
function withPlainInstants(changes: WorkshopChanges): WorkshopChanges {
  if (!changes.sessions) return changes;
  const plain = (instant: string) => new Date(instant).toISOString();
  const sessions = changes.sessions.map((session) => ({
    ...session,
    startsAt: plain(session.startsAt),
    endsAt: plain(session.endsAt),
  }));
  return { ...changes, sessions };
}

function referenceIssues(content: typeof emptyContent, known: KnownReferences): [string, ReferenceCode][] {
  const issues: [string, ReferenceCode][] = [];
  const isPlace = (id: string | null) => id === null || known.locationIds.includes(id);
  const seen = new Set<string>();
  for (const [index, { facilitatorId }] of content.facilitators.entries()) {
    const field = `facilitators.${index}.facilitatorId`;
    if (!known.facilitatorIds.includes(facilitatorId)) issues.push([field, "unknown_facilitator"]);
    if (seen.has(facilitatorId)) issues.push([field, "duplicate_facilitator"]);
    seen.add(facilitatorId);
  }
  for (const [index, session] of content.sessions.entries()) {
    if (!isPlace(session.locationId)) issues.push([`sessions.${index}.locationId`, "unknown_location"]);
    if (seen.has(session.id)) issues.push([`sessions.${index}.id`, "duplicate_session"]);
    seen.add(session.id);
  }
  for (const [index, code] of content.tagCodes.entries()) {
    if (!known.tagCodes.includes(code)) issues.push([`tagCodes.${index}`, "unknown_tag"]);
  }
  if (!isPlace(content.locationId)) issues.push(["locationId", "unknown_location"]);
  if (content.category !== null && !known.themeCodes.includes(content.category))
    issues.push(["category", "not_a_theme"]);
  return issues;
}
