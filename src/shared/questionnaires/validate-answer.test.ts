import fc from "fast-check";
import { expect, test } from "vitest";
import { anyAnswers, contents, wildAnswers } from "./arbitraries.testing.ts";
import { visibleQuestions } from "./logic.ts";
import { isEmpty, newQuestion } from "./question-kinds.ts";
import { Answers, type Question, type QuestionKind, type QuestionOf } from "./questionnaire.ts";
import { validateAnswer, validateAnswers } from "./validate-answer.ts";

function ask<Kind extends QuestionKind>(kind: Kind, settings: Partial<QuestionOf<Kind>> = {}): Question {
  return { ...newQuestion(kind, "id", "q"), ...settings } as Question;
}
const codes = (question: Question, given: unknown) => validateAnswer(question, given).map((issue) => issue.code);

test.each<[string, Question, unknown, string[]]>([
  ["a blank text is no answer", ask("short_text", { isRequired: true }), " \u00a0", ["required"]],
  ["an optional question may stay empty", ask("short_text"), "", []],
  ["a text is counted in characters", ask("short_text", { minLength: 3 }), "👍🏽", ["too_short"]],
  ["a text may not be longer", ask("long_text", { maxLength: 3 }), "łódź", ["too_long"]],
  ["a number is not a text", ask("number"), "5", ["malformed"]],
  ["no number is infinite", ask("number"), Number.POSITIVE_INFINITY, ["malformed"]],
  ["a whole number has no fraction", ask("number", { isWhole: true }), 1.5, ["not_whole"]],
  ["a number has a floor", ask("number", { minimum: 2 }), 1, ["too_low"]],
  ["a number has a ceiling", ask("number", { maximum: 2 }), 3, ["too_high"]],
  ["a day exists", ask("date"), "2027-02-29", ["malformed"]],
  ["a day is not too early", ask("date", { earliest: "2027-03-01" }), "2027-02-28", ["too_early"]],
  ["a day is not too late", ask("date", { latest: "2027-03-01" }), "2027-03-02", ["too_late"]],
  ["a time is on the clock", ask("time"), "24:00", ["malformed"]],
  ["a time is fine", ask("time"), "23:59", []],
  ["a choice is one of the options", ask("single_choice"), { choice: "option_9" }, ["unknown_option"]],
  ["other must be offered", ask("dropdown"), { choice: "other", other: "x" }, ["unknown_option"]],
  ["other must be named", ask("dropdown", { hasOther: true }), { choice: "other" }, ["other_missing"]],
  ["other is named", ask("dropdown", { hasOther: true }), { choice: "other", other: "x" }, []],
  ["an empty list is no answer", ask("multiple_choice", { isRequired: true }), { choices: [] }, ["required"]],
  [
    "too few choices",
    ask("multiple_choice", { minChoices: 2 }),
    { choices: ["option_1", "option_1"] },
    ["too_few_choices"],
  ],
  [
    "too many choices",
    ask("multiple_choice", { maxChoices: 1 }),
    { choices: ["option_1", "option_2"] },
    ["too_many_choices"],
  ],
  ["a rating is from 1 to 5", ask("rating"), 6, ["too_high"]],
  ["an NPS answer is from 0", ask("nps"), 0, []],
  ["a scale has its own ends", ask("scale", { from: 0, to: 3 }), 4, ["too_high"]],
  ["no is an answer", ask("yes_no", { isRequired: true }), false, []],
  ["a needed consent may not be refused", ask("consent", { isRequired: true }), false, ["required"]],
  ["another consent may", ask("consent"), false, []],
])("%s", (_claim, question, given, expected) => {
  expect(codes(question, given)).toEqual(expected);
});

test("emptiness follows the kind", () => {
  expect(isEmpty(ask("long_text"), "  ")).toBe(true);
  expect(isEmpty(ask("yes_no"), false)).toBe(false);
  expect(isEmpty(ask("multiple_choice"), { choices: [] })).toBe(true);
});

test("texts come back trimmed and composed, choices in the order of the options", () => {
  const many = ask("multiple_choice", { code: "many", hasOther: true });
  const asked = {
    title: {},
    introduction: {},
    thanks: {},
    sections: [{ id: "s", title: {}, description: {}, showIf: null, questions: [ask("short_text"), many] }],
  };
  const given = {
    q: "  Ło\u0301dz\u0301 ",
    many: { choices: ["other", "option_2", "option_1", "option_2"], other: " x " },
  };
  expect(validateAnswers(asked, given, { isPartial: false })).toEqual({
    answers: { q: "Łódź", many: { choices: ["option_1", "option_2", "other"], other: "x" } },
    issues: [],
  });
});

test("a draft is not faulted for what is unfinished, a submission is", () => {
  const question = ask("short_text", { isRequired: true, minLength: 5 });
  const section = { id: "s", title: {}, description: {}, showIf: null, questions: [question] };
  const asked = { title: {}, introduction: {}, thanks: {}, sections: [section] };
  expect(validateAnswers(asked, { q: "abc" }, { isPartial: true })).toEqual({ answers: { q: "abc" }, issues: [] });
  expect(validateAnswers(asked, { q: "abc" }, { isPartial: false }).issues).toEqual([
    { field: "q", code: "too_short", params: { minimum: 5 } },
  ]);
  expect(validateAnswers(asked, { q: 7 }, { isPartial: true }).issues).toMatchObject([{ code: "malformed" }]);
});

test("hidden and unknown answers never survive, and what survives is an answer of the wire", () => {
  fc.assert(
    fc.property(contents(), fc.oneof(anyAnswers, wildAnswers), fc.boolean(), (asked, given, isPartial) => {
      const { answers } = validateAnswers(asked, given, { isPartial });
      const shown = visibleQuestions(asked, given);
      for (const code of Object.keys(answers)) expect(shown.has(code)).toBe(true);
      expect(Answers.safeParse(answers).success).toBe(true);
    }),
  );
});

test("validating twice is validating once", () => {
  fc.assert(
    fc.property(contents(), anyAnswers, fc.boolean(), (asked, given, isPartial) => {
      const once = validateAnswers(asked, given, { isPartial });
      const twice = validateAnswers(asked, once.answers, { isPartial });
      expect(twice.answers).toEqual(once.answers);
      const lasting = once.issues.filter((issue) => issue.code !== "malformed");
      expect(twice.issues).toEqual(expect.arrayContaining(lasting));
    }),
  );
});
