import fc from "fast-check";
import { expect, test } from "vitest";
import { anyAnswers, contents, wildAnswers } from "./arbitraries.testing.ts";
import { isVisible, visibility, visibleQuestions } from "./logic.ts";
import { newQuestion } from "./question-kinds.ts";
import type { Condition, Question, QuestionnaireContent } from "./questionnaire.ts";
import { validateAnswers } from "./validate-answer.ts";

const showIf = (...tests: Condition["tests"]): Condition => ({ join: "all", tests });

function content(...sections: { showIf?: Condition; questions: Question[] }[]): QuestionnaireContent {
  return {
    title: { en: "T" },
    introduction: {},
    thanks: {},
    sections: sections.map((section, index) => ({
      id: `s${index}`,
      title: {},
      description: {},
      showIf: section.showIf ?? null,
      questions: section.questions,
    })),
  };
}

const ask = (code: string, kind: Question["kind"], condition: Condition | null = null): Question => ({
  ...newQuestion(kind, code, code),
  showIf: condition,
});

test("a question appears when its condition holds", () => {
  const asked = content({
    questions: [
      ask("took_part", "yes_no"),
      ask("how", "rating", showIf({ question: "took_part", is: "equals", value: true })),
    ],
  });
  expect(isVisible(asked, {}, "how")).toBe(false);
  expect(isVisible(asked, { took_part: false }, "how")).toBe(false);
  expect(isVisible(asked, { took_part: true }, "how")).toBe(true);
});

test("an answer to a hidden question counts as not answered further on", () => {
  const asked = content({
    questions: [
      ask("a", "yes_no"),
      ask("b", "yes_no", showIf({ question: "a", is: "equals", value: true })),
      ask("c", "yes_no", showIf({ question: "b", is: "equals", value: true })),
      ask("d", "yes_no", showIf({ question: "b", is: "not_answered" })),
    ],
  });
  expect([...visibleQuestions(asked, { a: false, b: true })]).toEqual(["a", "d"]);
  expect([...visibleQuestions(asked, { a: true, b: true })]).toEqual(["a", "b", "c"]);
});

test("a hidden section hides its questions", () => {
  const asked = content(
    { questions: [ask("size", "number")] },
    { showIf: showIf({ question: "size", is: "at_least", value: 3 }), questions: [ask("why", "short_text")] },
  );
  expect(visibility(asked, { size: 2 })).toEqual({ sections: new Set(["s0"]), questions: new Set(["size"]) });
  expect(isVisible(asked, { size: 3 }, "why")).toBe(true);
});

test("choices, days and lists are compared by what was chosen", () => {
  const asked = content({
    questions: [
      ask("one", "single_choice"),
      ask("many", "multiple_choice"),
      ask("day", "date"),
      ask("x", "nps", showIf({ question: "one", is: "equals", value: "option_1" })),
      ask("y", "nps", showIf({ question: "many", is: "includes", value: "option_2" })),
      ask("z", "nps", showIf({ question: "day", is: "at_most", value: "2027-05-01" })),
      ask("w", "nps", showIf({ question: "one", is: "not_equals", value: "option_1" })),
    ],
  });
  const answers = { one: { choice: "option_1" }, many: { choices: ["option_2"] }, day: "2027-05-01" };
  expect([...visibleQuestions(asked, answers)]).toEqual(["one", "many", "day", "x", "y", "z"]);
  expect([...visibleQuestions(asked, {})]).toEqual(["one", "many", "day"]);
});

test("evaluation never throws and shows only what exists, whatever is answered", () => {
  fc.assert(
    fc.property(contents(), fc.oneof(anyAnswers, wildAnswers), (asked, answers) => {
      const all = asked.sections.flatMap((section) => section.questions.map((question) => question.code));
      const shown = visibleQuestions(asked, answers);
      expect(all).toEqual(expect.arrayContaining([...shown]));
      validateAnswers(asked, answers, { isPartial: false });
    }),
  );
});

test("an answer to a hidden question changes nothing", () => {
  fc.assert(
    fc.property(contents(), anyAnswers, anyAnswers, (asked, answers, more) => {
      const shown = visibleQuestions(asked, answers);
      const hidden = Object.fromEntries(Object.entries(more).filter(([code]) => !shown.has(code)));
      const visible = Object.fromEntries(Object.entries(answers).filter(([code]) => shown.has(code)));
      expect(visibleQuestions(asked, { ...visible, ...hidden })).toEqual(shown);
    }),
  );
});
