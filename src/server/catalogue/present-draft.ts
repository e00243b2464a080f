import { languageState, unpublishedLanguages } from "../../shared/catalogue/language-states.ts";
import type { WorkshopDraft } from "../../shared/catalogue/studio-workshop.ts";
import type { Person } from "../platform/authz/actor.ts";
import { mayEdit, mayEditSessions } from "./policy.ts";
import type { DraftRow } from "./tables.ts";

/** The draft as the wire carries it, with what this person may do to it. */
export function presentDraft(row: DraftRow, person: Person): WorkshopDraft {
  const isOpen = row.status === "draft" || row.status === "published";
  const latest = row.lastPublishedLanguage ? row.publishedByLanguage[row.lastPublishedLanguage] : undefined;
  return {
    id: row.id,
    status: row.status,
    version: row.version,
    content: row.content,
    languageStates: { en: languageState(row, "en"), pl: languageState(row, "pl") },
    unpublishedLanguages: unpublishedLanguages(row, { byLanguage: row.publishedByLanguage, latest }),
    slugs: { ...(row.slugEn ? { en: row.slugEn } : {}), ...(row.slugPl ? { pl: row.slugPl } : {}) },
    canEdit: isOpen && mayEdit(person, row),
    canEditSessions: isOpen && mayEditSessions(person, row),
    updatedAt: row.updatedAt.toISOString(),
  };
}
