import { isDeepStrictEqual } from "node:util";
import type { QuestionnaireDraft, QuestionnaireSettings } from "../../shared/questionnaires/contract.ts";
import type { PublishedQuestionnaire } from "../../shared/questionnaires/questionnaire.ts";
import type { Access } from "./access.ts";
import { languageState } from "./language-states.ts";
import type { SettingsRow, VersionRow } from "./tables.ts";

/** The draft as the wire carries it, with what this person may do to it. */
export function presentDraft({ draft, canEdit }: Pick<Access, "draft" | "canEdit">): QuestionnaireDraft {
  const { content, publishedContent, publishedLanguages } = draft;
  const published =
    publishedContent && publishedLanguages ? { content: publishedContent, languages: publishedLanguages } : undefined;
  return {
    id: draft.id,
    workshopId: draft.workshopId,
    status: draft.status,
    currentVersion: draft.currentVersion,
    version: draft.version,
    content,
    settings: presentSettings(draft),
    languageStates: {
      en: languageState(content, published, "en"),
      pl: languageState(content, published, "pl"),
    },
    hasUnpublishedChanges: !isDeepStrictEqual(content, publishedContent),
    isIdentityModeLocked: draft.hasResponses,
    canEdit,
    updatedAt: draft.updatedAt.toISOString(),
  };
}

export function presentSettings(row: SettingsRow): QuestionnaireSettings {
  return {
    audience: row.audience,
    identityMode: row.identityMode,
    opensAt: row.opensAt?.toISOString() ?? null,
    closesAt: row.closesAt?.toISOString() ?? null,
  };
}

/** The version as runners get it, but for the workshop around it. */
export function presentVersion(row: VersionRow): Omit<PublishedQuestionnaire, "workshop"> {
  return {
    id: row.id,
    version: row.version,
    languages: row.languages,
    status: row.status,
    content: row.content,
    ...presentSettings(row),
  };
}
