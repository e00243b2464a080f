import { newId } from "../../../../shared/kernel/id.ts";
import { newQuestion } from "../../../../shared/questionnaires/question-kinds.ts";
import type {
  Condition,
  QuestionnaireContent as Content,
  Question,
  QuestionKind,
  Section,
} from "../../../../shared/questionnaires/questionnaire.ts";
import { codesBut, freeCode } from "./content-code.ts";

/** A question and where it stands. */
export interface Place {
  section: Section;
  sectionIndex: number;
  question: Question;
  index: number;
}

export const questionsOf = (content: Content): Question[] => content.sections.flatMap((section) => section.questions);

export function placeOf(content: Content, questionId: string): Place | undefined {
  for (const [sectionIndex, section] of content.sections.entries()) {
    const index = section.questions.findIndex(({ id }) => id === questionId);
    const question = section.questions[index];
    if (question) return { section, sectionIndex, question, index };
  }
  return undefined;
}

export function changeSection(content: Content, id: string, change: (section: Section) => Section): Content {
  return { ...content, sections: content.sections.map((section) => (section.id === id ? change(section) : section)) };
}

export function changeQuestion(content: Content, id: string, change: (question: Question) => Question): Content {
  const place = placeOf(content, id);
  if (!place) return content;
  return changeSection(content, place.section.id, (section) => ({
    ...section,
    questions: section.questions.map((question) => (question.id === id ? change(question) : question)),
  }));
}

export function addSection(content: Content): { content: Content; id: string } {
  const id = newId();
  const section: Section = { id, title: {}, description: {}, showIf: null, questions: [] };
  return { content: { ...content, sections: [...content.sections, section] }, id };
}

/** Adds a question of the kind at the end of the section. */
export function addQuestion(content: Content, sectionId: string, kind: QuestionKind): { content: Content; id: string } {
  const id = newId();
  const number = questionsOf(content).length + 1;
  const question = newQuestion(kind, id, freeCode(`question_${number}`, codesBut(content, id)));
  const added = changeSection(content, sectionId, (section) => ({
    ...section,
    questions: [...section.questions, question],
  }));
  return { content: added, id };
}

export function duplicateQuestion(content: Content, questionId: string): { content: Content; id: string } | undefined {
  const place = placeOf(content, questionId);
  if (!place) return undefined;
  const id = newId();
  const copy: Question = { ...place.question, id, code: freeCode(place.question.code, codesBut(content, id)) };
  const added = changeSection(content, place.section.id, (section) => ({
    ...section,
    questions: section.questions.toSpliced(place.index + 1, 0, copy),
  }));
  return { content: added, id };
}

export function removeQuestion(content: Content, questionId: string): Content {
  return {
    ...content,
    sections: content.sections.map((section) => ({
      ...section,
      questions: section.questions.filter(({ id }) => id !== questionId),
    })),
  };
}

export const removeSection = (content: Content, sectionId: string): Content => ({
  ...content,
  sections: content.sections.filter(({ id }) => id !== sectionId),
});

export function moveQuestion(content: Content, questionId: string, toIndex: number): Content {
  const place = placeOf(content, questionId);
  if (!place) return content;
  return changeSection(content, place.section.id, (section) => ({
    ...section,
    questions: section.questions.toSpliced(place.index, 1).toSpliced(toIndex, 0, place.question),
  }));
}

export function moveToSection(content: Content, questionId: string, sectionId: string): Content {
  const place = placeOf(content, questionId);
  if (!place) return content;
  return changeSection(removeQuestion(content, questionId), sectionId, (section) => ({
    ...section,
    questions: [...section.questions, place.question],
  }));
}

export function moveSection(content: Content, sectionId: string, toIndex: number): Content {
  const index = content.sections.findIndex(({ id }) => id === sectionId);
  const section = content.sections[index];
  if (!section || toIndex < 0 || toIndex >= content.sections.length) return content;
  return { ...content, sections: content.sections.toSpliced(index, 1).toSpliced(toIndex, 0, section) };
}

/** Gives a question another code; conditions that ask for it follow. */
export function renameCode(content: Content, questionId: string, code: string): Content {
  const before = placeOf(content, questionId)?.question.code;
  if (before === undefined || before === code) return content;
  const isShared = codesBut(content, questionId).has(before);
  const renamed = changeQuestion(content, questionId, (question) => ({ ...question, code }));
  return isShared
    ? renamed
    : mapConditions(renamed, (test) => (test.question === before ? { ...test, question: code } : test));
}

/** Gives an option another code; conditions that ask for it follow. */
export function followOption(content: Content, question: string, change: { from: string; to: string }): Content {
  return mapConditions(content, (test) =>
    test.question === question && test.value === change.from ? { ...test, value: change.to } : test,
  );
}

type Test = Condition["tests"][number];

function mapConditions(content: Content, change: (test: Test) => Test): Content {
  const mapped = (showIf: Condition | null) => showIf && { ...showIf, tests: showIf.tests.map(change) };
  return {
    ...content,
    sections: content.sections.map((section) => ({
      ...section,
      showIf: mapped(section.showIf),
      questions: section.questions.map((question) => ({ ...question, showIf: mapped(question.showIf) })),
    })),
  };
}
