import type { Language, LocalisedText } from "../../shared/kernel/locale.ts";
import type { QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";

export type QuestionnaireStatus = "draft" | "published" | "closed";
export type IdentityMode = "identified" | "anonymous";
export type Audience = "anyone" | "enrolled" | "confirmed";

/** What a questionnaire's row says apart from its content. */
export interface SettingsRow {
  audience: Audience;
  identityMode: IdentityMode;
  opensAt: Date | null;
  closesAt: Date | null;
}

export interface QuestionnaireRow extends SettingsRow {
  id: string;
  workshopId: string | null;
  status: QuestionnaireStatus;
  currentVersion: number | null;
  createdBy: string;
  updatedAt: Date;
}

export interface DraftRow extends QuestionnaireRow {
  content: QuestionnaireContent;
  version: number;
  /** Whether there is any response, of whatever status. */
  hasResponses: boolean;
  publishedLanguages: Language[] | null;
  publishedContent: QuestionnaireContent | null;
}

export interface ListedRow {
  id: string;
  workshopId: string | null;
  title: LocalisedText;
  status: QuestionnaireStatus;
  currentVersion: number | null;
  responseCount: number;
  createdBy: string;
  updatedAt: Date;
  /** All digits of `updatedAt`, for the cursor. */
  cursorAt: string;
}

export interface VersionRow extends SettingsRow {
  id: string;
  workshopId: string | null;
  status: "published" | "closed";
  version: number;
  languages: Language[];
  content: QuestionnaireContent;
}

export interface OpenRow {
  id: string;
  title: LocalisedText;
  audience: Audience;
  identityMode: IdentityMode;
  opensAt: Date | null;
  closesAt: Date | null;
}
