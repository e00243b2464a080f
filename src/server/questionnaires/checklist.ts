import type { ChecklistItem } from "../../shared/catalogue/workshop.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { type Language, languages } from "../../shared/kernel/locale.ts";
import { checkContent } from "../../shared/questionnaires/check-content.ts";
import { hasTextIn } from "../../shared/questionnaires/content-texts.ts";
import type { QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { readableDraft } from "./access.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { problemSentence } from "./messages.ts";
import { presentDraft } from "./present.ts";

export interface ChecklistInput {
  questionnaireId: string;
  /** The language that is to be published; without it, each that has any text. */
  language?: Language | undefined;
  /** The language of the sentences. */
  reader: Language;
}

/** What the checker found in the draft. @throws {AppError} not_found | forbidden */
export async function getChecklist({ db, catalogue }: QuestionnairesDeps, actor: Actor, input: ChecklistInput) {
  const { reader } = input;
  const access = await readableDraft({ db, catalogue }, actor, input.questionnaireId);
  const { content, languageStates } = presentDraft(access);
  const written = languages.filter((language) => hasTextIn(content, language));
  const asked = input.language ? [input.language] : written.length > 0 ? written : [reader];
  const items = contentItems(content, asked, reader);
  for (const language of asked) {
    if (languageStates[language] === "stale") items.push(outdatedItem(language, reader));
  }
  return { items, isPublishable: !items.some((item) => item.severity === "error") };
}

/** @throws {AppError} not_publishable with one issue per error */
export function requirePublishable(content: QuestionnaireContent, asked: readonly Language[], reader: Language): void {
  const issues = contentItems(content, asked, reader)
    .filter((item) => item.severity === "error")
    .map(({ field, code, message }) => ({ field, code, message }));
  if (issues.length > 0) throw new AppError("not_publishable", { issues });
}

function contentItems(content: QuestionnaireContent, asked: readonly Language[], reader: Language): ChecklistItem[] {
  return checkContent(content, asked).map((problem) => ({
    field: problem.field,
    code: problem.code,
    severity: problem.severity,
    message: problemSentence(problem, reader),
  }));
}

function outdatedItem(language: Language, reader: Language): ChecklistItem {
  const problem = {
    field: "sections",
    code: "translation_outdated",
    severity: "warning",
    params: { language },
  } as const;
  return { ...problem, message: problemSentence(problem, reader) };
}
