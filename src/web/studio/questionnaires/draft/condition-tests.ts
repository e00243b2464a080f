import { rulesOf, type TestName } from "../../../../shared/questionnaires/question-kinds.ts";
import type {
  AnswerTest,
  Question,
  QuestionKind,
  QuestionnaireContent,
} from "../../../../shared/questionnaires/questionnaire.ts";

/** The questions before a question or section, in order. */
export function earlierThan(content: QuestionnaireContent, itemId: string): Question[] {
  const earlier: Question[] = [];
  for (const section of content.sections) {
    if (section.id === itemId) return earlier;
    for (const question of section.questions) {
      if (question.id === itemId) return earlier;
      earlier.push(question);
    }
  }
  return earlier;
}

/** The first test that one probably wants of a question's answer. */
export function newTest(question: Question): AnswerTest {
  const { tests } = rulesOf<QuestionKind>(question.kind);
  const wanted: TestName[] = ["includes", "equals"];
  return withTest(question, wanted.find((name) => tests.includes(name)) ?? "answered");
}

/** A test of that name, with a value that fits where one is needed. */
export function withTest(question: Question, is: TestName): AnswerTest {
  const test = { question: question.code, is };
  if (is === "answered" || is === "not_answered") return test;
  const value = firstValue(question);
  return value === undefined ? test : { ...test, value };
}

function firstValue(question: Question): AnswerTest["value"] {
  switch (question.kind) {
    case "single_choice":
    case "dropdown":
    case "multiple_choice":
      return question.options[0]?.code;
    case "yes_no":
    case "consent":
      return true;
    case "scale":
      return question.to;
    case "rating":
      return 5;
    case "nps":
      return 9;
    case "number":
      return question.minimum ?? 0;
    default:
      return undefined;
  }
}

/** The form of the value that a test of the question is given. */
export function valueForm(question: Question): "choice" | "decision" | "number" | "date" | "time" | "text" {
  switch (question.kind) {
    case "single_choice":
    case "dropdown":
    case "multiple_choice":
      return "choice";
    case "yes_no":
    case "consent":
      return "decision";
    case "date":
    case "time":
      return question.kind;
    case "short_text":
    case "long_text":
      return "text";
    default:
      return "number";
  }
}
