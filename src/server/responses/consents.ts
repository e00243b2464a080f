import { createHash } from "node:crypto";
import { type Language, readText } from "../../shared/kernel/locale.ts";
import type { Answers, QuestionnaireContent, QuestionOf } from "../../shared/questionnaires/questionnaire.ts";
import type { ConsentRow } from "./tables.ts";

/** What was agreed to or refused in these answers, and a hash of the words that were shown. */
export function consentsIn(content: QuestionnaireContent, answers: Answers, language: Language): ConsentRow[] {
  const questions = content.sections.flatMap((section) => section.questions);
  return questions.flatMap((question) => {
    const answer = Object.hasOwn(answers, question.code) ? answers[question.code] : undefined;
    if (question.kind !== "consent" || typeof answer !== "boolean") return [];
    const { code: questionCode, purpose } = question;
    return [{ questionCode, purpose, textHash: consentTextHash(question, language), isGranted: answer }];
  });
}

/**
 * SHA-256, in hexadecimal, of the exact words a reader of the language saw: the text and, on a line of its own, the hint.
 * A text that does not exist in the language was shown in the other.
 */
export function consentTextHash(
  { text, help }: Pick<QuestionOf<"consent">, "text" | "help">,
  language: Language,
): string {
  const words = [readText(text, language), readText(help, language)].flatMap((read) => read?.text ?? []);
  return createHash("sha256").update(words.join("\n")).digest("hex");
}
