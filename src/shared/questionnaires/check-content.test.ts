import fc from "fast-check";
import { expect, test } from "vitest";
import { contents, fittingAnswers } from "./arbitraries.testing.ts";
import { checkContent } from "./check-content.ts";
import { contentIn, hasTextIn } from "./content-texts.ts";
import { visibility } from "./logic.ts";
import { newQuestion } from "./question-kinds.ts";
import type { AnswerTest, Question, QuestionKind, QuestionnaireContent, QuestionOf } from "./questionnaire.ts";

let made = 0;
const both = { en: "Text", pl: "Tekst" };

function ask<Kind extends QuestionKind>(kind: Kind, settings: Partial<QuestionOf<Kind>> = {}): Question {
  made += 1;
  const question = { ...newQuestion(kind, `id-${made}`, `q${made}`), text: both, ...settings } as Question;
  if (!("options" in question)) return question;
  return { ...question, options: question.options.map((option) => ({ ...option, label: both })) };
}

function content(...questions: Question[]): QuestionnaireContent {
  const section = { id: "s", title: both, description: {}, showIf: null, questions };
  return { title: both, introduction: {}, thanks: {}, sections: [section] };
}

const when = (join: "all" | "any", ...tests: AnswerTest[]) => ({ join, tests });
const problems = (asked: QuestionnaireContent) =>
  checkContent(asked, ["en", "pl"]).map((problem) => `${problem.severity} ${problem.field} ${problem.code}`);

test("a complete questionnaire has no problems", () => {
  const first = ask("single_choice", { code: "first" });
  const then = ask("short_text", { showIf: when("all", { question: "first", is: "equals", value: "option_1" }) });
  expect(problems(content(first, then))).toEqual([]);
});

test("an empty questionnaire cannot be published", () => {
  expect(problems(content())).toEqual(["error sections no_questions"]);
});

test("texts have to exist in every language that is published", () => {
  const question = ask("scale", { text: { en: "Only English" }, fromLabel: { en: "never" }, help: { en: "Help" } });
  expect(problems(content(question))).toEqual([
    "error sections.0.questions.0.text text_missing",
    "warning sections.0.questions.0.help translation_missing",
    "error sections.0.questions.0.fromLabel text_missing",
  ]);
  expect(checkContent(content(question), ["en"])).toEqual([]);
});

test("settings that nobody can meet are found", () => {
  const questions = [
    ask("short_text", { minLength: 5, maxLength: 2 }),
    ask("number", { minimum: 5, maximum: 2 }),
    ask("scale", { from: 0, to: 11 }),
    ask("scale", { from: 1, to: 1 }),
    ask("single_choice", { options: [{ code: "a", label: both }] }),
    ask("multiple_choice", { minChoices: 3 }),
    ask("dropdown", { options: [...["a", "a"].map((code) => ({ code, label: both }))] }),
  ];
  expect(problems(content(...questions))).toEqual([
    "error sections.0.questions.0.minLength limits_reversed",
    "error sections.0.questions.1.minimum limits_reversed",
    "error sections.0.questions.2.to scale_points",
    "error sections.0.questions.3.to scale_points",
    "error sections.0.questions.4.options too_few_options",
    "error sections.0.questions.5.minChoices more_choices_than_options",
    "error sections.0.questions.6.options.1.code duplicate_option",
  ]);
});

test("codes are unique, and conditions look back only", () => {
  const questions = [
    ask("yes_no", { code: "a", showIf: when("all", { question: "b", is: "answered" }) }),
    ask("yes_no", { code: "b", showIf: when("all", { question: "b", is: "answered" }) }),
    ask("yes_no", { code: "b", showIf: when("all", { question: "nowhere", is: "answered" }) }),
    ask("yes_no", { code: "c", showIf: when("all", { question: "a", is: "at_least", value: 1 }) }),
    ask("yes_no", { code: "d", showIf: when("all", { question: "a", is: "equals" }) }),
  ];
  expect(problems(content(...questions))).toEqual([
    "error sections.0.questions.2.code duplicate_code",
    "error sections.0.questions.0.showIf.tests.0 later_reference",
    "error sections.0.questions.1.showIf.tests.0 self_reference",
    "error sections.0.questions.2.showIf.tests.0 unknown_reference",
    "error sections.0.questions.3.showIf.tests.0 test_does_not_fit",
    "error sections.0.questions.4.showIf.tests.0 test_without_value",
  ]);
});

const unreachable: [string, Question, AnswerTest[]][] = [
  [
    "an option that does not exist",
    ask("single_choice", { code: "x" }),
    [{ question: "x", is: "equals", value: "gone" }],
  ],
  ["a value of another kind", ask("number", { code: "x" }), [{ question: "x", is: "equals", value: "5" }]],
  ["a number out of range", ask("number", { code: "x", maximum: 9 }), [{ question: "x", is: "at_least", value: 10 }]],
  [
    "two answers at once",
    ask("single_choice", { code: "x" }),
    [
      { question: "x", is: "equals", value: "option_1" },
      { question: "x", is: "equals", value: "option_2" },
    ],
  ],
  [
    "no whole number between",
    ask("number", { code: "x", isWhole: true }),
    [
      { question: "x", is: "at_least", value: 1.2 },
      { question: "x", is: "at_most", value: 1.8 },
    ],
  ],
  [
    "more choices than allowed",
    ask("multiple_choice", { code: "x", maxChoices: 1 }),
    [
      { question: "x", is: "includes", value: "option_1" },
      { question: "x", is: "includes", value: "option_2" },
    ],
  ],
  [
    "answered and not answered",
    ask("long_text", { code: "x" }),
    [
      { question: "x", is: "answered" },
      { question: "x", is: "not_answered" },
    ],
  ],
];

test.each(unreachable)("a question that asks for %s can never be shown", (_claim, first, tests) => {
  const then = ask("yes_no", { showIf: when("all", ...tests) });
  expect(problems(content(first, then))).toEqual(["error sections.0.questions.1.showIf unreachable"]);
});

test("contradictions are found through the questions between", () => {
  const questions = [
    ask("yes_no", { code: "a" }),
    ask("yes_no", { code: "b", showIf: when("all", { question: "a", is: "equals", value: true }) }),
    ask("yes_no", {
      showIf: when("all", { question: "b", is: "answered" }, { question: "a", is: "equals", value: false }),
    }),
  ];
  expect(problems(content(...questions))).toEqual(["error sections.0.questions.2.showIf unreachable"]);
});

test("one dead test among others is a warning", () => {
  const questions = [
    ask("single_choice", { code: "a" }),
    ask("yes_no", {
      showIf: when(
        "any",
        { question: "a", is: "equals", value: "gone" },
        { question: "a", is: "equals", value: "option_1" },
      ),
    }),
  ];
  expect(problems(content(...questions))).toEqual(["warning sections.0.questions.1.showIf.tests.0 test_never_holds"]);
});

test("what the checker calls unreachable is never shown", () => {
  const cases = contents("earlier").chain((asked) => fc.tuple(fc.constant(asked), fittingAnswers(asked)));
  let found = 0;
  fc.assert(
    fc.property(cases, ([asked, answers]) => {
      const shown = visibility(asked, answers);
      for (const problem of checkContent(asked, ["en"])) {
        if (problem.code !== "unreachable") continue;
        found += 1;
        const [, at = 0, , index] = problem.field.split(".");
        const section = asked.sections[Number(at)];
        const code = index === undefined ? undefined : section?.questions[Number(index)]?.code;
        if (code) expect(shown.questions.has(code)).toBe(false);
        else expect(shown.sections.has(section?.id ?? "")).toBe(false);
      }
    }),
    { numRuns: 250 },
  );
  expect(found).toBeGreaterThan(5);
});

test("content in one language holds no word of the other", () => {
  fc.assert(
    fc.property(contents(), (asked) => {
      const english = contentIn(asked, ["en"]);
      expect(hasTextIn(english, "pl")).toBe(false);
      expect(hasTextIn(english, "en")).toBe(hasTextIn(asked, "en"));
      expect(contentIn(asked, ["en", "pl"])).toEqual(asked);
    }),
  );
});
