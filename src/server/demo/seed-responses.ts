import { randomUUID } from "node:crypto";
import type { QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import { validateAnswers } from "../../shared/questionnaires/validate-answer.ts";
import type { Tx } from "../platform/db/database.ts";
import type { Responses } from "../responses/index.ts";
import { insertConsents, insertResponses } from "./queries.ts";
import { daysBefore } from "./schedule.ts";
import type { SeededEnrolment } from "./seed-enrolments.ts";
import type { SeededQuestionnaires } from "./seed-questionnaires.ts";
import { accounts } from "./staff.ts";
import type { ConsentRow, QuestionnaireRow, ResponseRow } from "./tables.ts";
import { feedbackVoices } from "./voices/feedback.ts";
import { visioningVoices } from "./voices/visioning.ts";
import type { Voice } from "./voices/voice.ts";

export interface ResponsesToSeed extends Pick<Responses, "consentTextHash"> {
  now: Date;
  questionnaires: SeededQuestionnaires;
  enrolments: SeededEnrolment[];
}

/** Adds what the invented respondents answered, and what they agreed to. */
export async function seedResponses(
  tx: Tx,
  { now, questionnaires, enrolments, consentTextHash }: ResponsesToSeed,
): Promise<void> {
  const consents = (row: ResponseRow, { content }: QuestionnaireRow) => consentsIn(row, content, consentTextHash);
  const { visioning, feedback } = questionnaires;
  const respondents = respondentsOf(feedback, enrolments);
  const anonymous = visioningVoices.map((voice) => response(visioning, voice, { now, enrolment: null }));
  const identified = feedbackVoices.map((voice) => {
    const enrolment = respondents[voice.language].shift();
    if (!enrolment) throw new Error(`fewer ${voice.language} speakers took part than answered`);
    return response(feedback, voice, { now, enrolment });
  });
  await insertResponses(tx, [...anonymous, ...identified]);
  await insertConsents(tx, [
    ...anonymous.flatMap((row) => consents(row, visioning)),
    ...identified.flatMap((row) => consents(row, feedback)),
  ]);
}

/** Those with a seat, by language, but for the one who can sign in: they have yet to answer. */
function respondentsOf({ workshopId }: QuestionnaireRow, enrolments: SeededEnrolment[]) {
  const present = enrolments.filter(
    (one) =>
      one.workshopId === workshopId &&
      one.status === "confirmed" &&
      !accounts.some(({ email }) => email === one.person.email),
  );
  return {
    pl: present.filter(({ person }) => person.language === "pl"),
    en: present.filter(({ person }) => person.language === "en"),
  };
}

function response(
  questionnaire: QuestionnaireRow,
  { daysAgo, language, answers }: Voice,
  { now, enrolment }: { now: Date; enrolment: SeededEnrolment | null },
): ResponseRow {
  const at = daysBefore(now, daysAgo);
  // Of an anonymous response only the day is kept.
  const submittedAt = enrolment ? at : new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
  return {
    id: randomUUID(),
    questionnaireId: questionnaire.id,
    respondentId: enrolment?.person.id ?? null,
    enrolmentId: enrolment?.id ?? null,
    language,
    answers: validateAnswers(questionnaire.content, answers, { isPartial: false }).answers,
    createdAt: enrolment ? daysBefore(at, 1 / 288) : submittedAt,
    submittedAt,
  };
}

function consentsIn(
  { id, language, answers, submittedAt }: ResponseRow,
  content: QuestionnaireContent,
  hashOf: Responses["consentTextHash"],
): ConsentRow[] {
  const questions = content.sections.flatMap((section) => section.questions);
  return questions.flatMap((question) => {
    const given = answers[question.code];
    if (question.kind !== "consent" || typeof given !== "boolean") return [];
    const textHash = hashOf(question, language);
    const { purpose, code: questionCode } = question;
    return [{ responseId: id, questionCode, purpose, textHash, isGranted: given, decidedAt: submittedAt }];
  });
}
