import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Answers } from "../../shared/questionnaires/questionnaire.ts";
import { validateAnswers } from "../../shared/questionnaires/validate-answer.ts";
import type { PublishedVersion, Questionnaires } from "../questionnaires/index.ts";
import { spokenIssues } from "./messages.ts";

/** The version that the answers were given to. @throws {AppError} version_outdated when there is none with the number */
export async function answeredVersion(
  questionnaires: Questionnaires,
  current: PublishedVersion,
  number: number,
): Promise<PublishedVersion> {
  if (number === current.version) return current;
  const version = await questionnaires.versionContent(current.id, number);
  if (!version) throw outdated(current.version);
  return version;
}

export const outdated = (version: number): AppError => new AppError("version_outdated", { version });

/** The answers to questions that are shown, in canonical form. @throws {AppError} invalid_answers (details.issues) */
export function checkedAnswers(
  { content }: PublishedVersion,
  given: Answers,
  { isPartial, reader }: { isPartial: boolean; reader: Language },
): Answers {
  const { answers, issues } = validateAnswers(content, given, { isPartial });
  if (issues.length > 0) throw new AppError("invalid_answers", { issues: spokenIssues(content, issues, reader) });
  return answers;
}
