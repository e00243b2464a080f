import type { FieldIssue } from "../../shared/kernel/error.ts";
import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { QuestionnaireSettings } from "../../shared/questionnaires/contract.ts";
import { settingSentence } from "./messages.ts";
import type { SettingsRow } from "./tables.ts";

/** What a new questionnaire starts with: without a workshop there is nobody to be enrolled. */
export const initialSettings = (workshopId: string | null): SettingsRow => ({
  audience: workshopId === null ? "anyone" : "confirmed",
  identityMode: "identified",
  opensAt: null,
  closesAt: null,
});

/** The settings after some of them changed. @throws {AppError} invalid_input when they do not fit together */
export function changedSettings(
  present: SettingsRow,
  changes: Partial<QuestionnaireSettings>,
  { workshopId, language }: { workshopId: string | null; language: Language },
): SettingsRow {
  const settings: SettingsRow = {
    audience: changes.audience ?? present.audience,
    identityMode: changes.identityMode ?? present.identityMode,
    opensAt: changes.opensAt === undefined ? present.opensAt : instant(changes.opensAt),
    closesAt: changes.closesAt === undefined ? present.closesAt : instant(changes.closesAt),
  };
  const issues: FieldIssue[] = [];
  const fault = (field: string, code: Parameters<typeof settingSentence>[0]) =>
    issues.push({ field: `settings.${field}`, code, message: settingSentence(code, language) });
  if (settings.opensAt && settings.closesAt && settings.closesAt <= settings.opensAt) {
    fault("closesAt", "closes_before_opening");
  }
  if (workshopId === null && settings.audience !== "anyone") fault("audience", "audience_without_workshop");
  if (issues.length > 0) throw new AppError("invalid_input", { issues });
  return settings;
}

const instant = (iso: string | null) => (iso === null ? null : new Date(iso));
