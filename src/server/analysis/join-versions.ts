import type { Question, QuestionnaireContent, Section } from "../../shared/questionnaires/questionnaire.ts";

export interface VersionContent {
  number: number;
  content: QuestionnaireContent;
}

/**
 * One questionnaire out of all its versions: the newest, with the questions and options that only older ones had. Questions
 * are the same when their codes are; what they read like is taken from the newest version that has them.
 * @param versions at least one
 */
export function joinVersions(versions: readonly VersionContent[]): QuestionnaireContent {
  const [newest, ...older] = [...versions].sort((a, b) => b.number - a.number).map(({ content }) => content);
  if (!newest) throw new Error("a questionnaire without a version has no results");
  return older.reduce(joinOlder, newest);
}

function joinOlder(joined: QuestionnaireContent, older: QuestionnaireContent): QuestionnaireContent {
  const olderQuestions = new Map(older.sections.flatMap(({ questions }) => questions.map((each) => [each.code, each])));
  const known = new Set(joined.sections.flatMap(({ questions }) => questions.map(({ code }) => code)));
  const sections = joined.sections.map((section) => {
    const dropped = older.sections.find(({ id }) => id === section.id)?.questions ?? [];
    const kept = section.questions.map((question) => withOlderOptions(question, olderQuestions.get(question.code)));
    return { ...section, questions: [...kept, ...dropped.filter(({ code }) => !known.has(code))] };
  });
  const ids = new Set(joined.sections.map(({ id }) => id));
  const droppedSections: Section[] = older.sections
    .filter(({ id }) => !ids.has(id))
    .map((section) => ({ ...section, questions: section.questions.filter(({ code }) => !known.has(code)) }))
    .filter(({ questions }) => questions.length > 0);
  return { ...joined, sections: [...sections, ...droppedSections] };
}

function withOlderOptions(question: Question, older: Question | undefined): Question {
  if (!older || !("options" in question) || !("options" in older)) return question;
  const known = new Set(question.options.map(({ code }) => code));
  const dropped = older.options.filter(({ code }) => !known.has(code));
  return { ...question, options: [...question.options, ...dropped], hasOther: question.hasOther || older.hasOther };
}
