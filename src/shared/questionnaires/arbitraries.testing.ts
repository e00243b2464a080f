import fc from "fast-check";
import type { LocalisedText } from "../kernel/locale.ts";
import { allKinds, newQuestion, questionKinds } from "./question-kinds.ts";
import type {
  Answers,
  AnswerTest,
  Condition,
  Question,
  QuestionKind,
  QuestionnaireContent,
  Section,
} from "./questionnaire.ts";

const text: fc.Arbitrary<LocalisedText> = fc.record(
  { en: fc.string({ minLength: 1, maxLength: 20 }), pl: fc.string({ minLength: 1, maxLength: 20 }) },
  { requiredKeys: [] },
);
const optionCodes = ["red", "green", "blue", "other"];
const limit = (maximum: number) => fc.option(fc.integer({ min: 0, max: maximum }), { nil: null });
const options = fc
  .uniqueArray(fc.constantFrom(...optionCodes.slice(0, 3)), { minLength: 1, maxLength: 3 })
  .map((codes) => codes.map((code) => ({ code, label: { en: code } })));

/** What any kind may have, within and beyond what makes sense; each question takes what its kind knows. */
const anySettings = fc.record({
  minLength: limit(6),
  maxLength: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null }),
  minimum: limit(9),
  maximum: limit(9),
  isWhole: fc.boolean(),
  earliest: fc.constantFrom(null, "2027-01-01", "2027-02-28"),
  latest: fc.constantFrom(null, "2027-01-02", "2027-03-01"),
  options,
  hasOther: fc.boolean(),
  isRandomOrder: fc.boolean(),
  minChoices: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
  maxChoices: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  from: fc.constantFrom(0, 1),
  to: fc.integer({ min: 1, max: 11 }),
  fromLabel: text,
  toLabel: text,
});

const values = fc.oneof(
  fc.constantFrom<string | number | boolean>(...optionCodes, true, false, "2027-01-02", "2027-02-28", "09:30", "yes"),
  fc.integer({ min: -1, max: 11 }),
);

/** A test of one of the questions named; most fit their kind. */
function test(codes: readonly string[]): fc.Arbitrary<AnswerTest> {
  const names = ["answered", "not_answered", "equals", "not_equals", "includes", "at_least", "at_most"] as const;
  return fc.record({ question: fc.constantFrom(...codes), is: fc.constantFrom(...names), value: values });
}

const condition = (codes: readonly string[]): fc.Arbitrary<Condition | null> =>
  codes.length === 0
    ? fc.constant(null)
    : fc.option(
        fc.record({
          join: fc.constantFrom("all" as const, "any" as const),
          tests: fc.array(test(codes), { minLength: 1, maxLength: 3 }),
        }),
        { nil: null },
      );

function question(kind: QuestionKind, index: number, conditionCodes: readonly string[]): fc.Arbitrary<Question> {
  const blank = newQuestion(kind, `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`, `q${index}`);
  const known = Object.keys(questionKinds[kind].defaults());
  return fc
    .record({ settings: anySettings, text, help: text, isRequired: fc.boolean(), showIf: condition(conditionCodes) })
    .map(({ settings, ...common }) => {
      const own = Object.fromEntries(Object.entries(settings).filter(([name]) => known.includes(name)));
      return { ...blank, ...common, ...own } as Question;
    });
}

export type References = "earlier" | "any";

/** Whole questionnaires; conditions refer to earlier questions, or to any at all, even themselves. */
export function contents(references: References = "any"): fc.Arbitrary<QuestionnaireContent> {
  return fc
    .array(fc.array(fc.constantFrom(...allKinds), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 })
    .chain((kinds) =>
      fc.record({ title: text, introduction: text, thanks: text, sections: sections(kinds, references) }),
    );
}

function sections(kinds: QuestionKind[][], references: References): fc.Arbitrary<Section[]> {
  const total = kinds.flat().length;
  const codes = Array.from({ length: total }, (_, index) => `q${index}`);
  let index = 0;
  const made = kinds.map((sectionKinds, at) => {
    const start = index;
    const questions = sectionKinds.map((kind) => {
      const known = references === "any" ? codes : codes.slice(0, index);
      return question(kind, index++, known);
    });
    return fc.record({
      id: fc.constant(`10000000-0000-4000-8000-${String(at).padStart(12, "0")}`),
      title: text,
      description: text,
      showIf: condition(references === "any" ? codes : codes.slice(0, start)),
      questions: fc.tuple(...questions),
    });
  });
  return fc.tuple(...made);
}

const plausible = fc.oneof(
  values,
  fc.string({ maxLength: 12 }),
  fc.record(
    { choice: fc.constantFrom(...optionCodes), other: fc.string({ maxLength: 5 }) },
    { requiredKeys: ["choice"] },
  ),
  fc.record(
    { choices: fc.array(fc.constantFrom(...optionCodes), { maxLength: 4 }), other: fc.string({ maxLength: 5 }) },
    { requiredKeys: ["choices"] },
  ),
);

/** Answers by code: of every form that the wire lets through, to questions that exist or not. */
export const anyAnswers = fc.dictionary(
  fc.oneof(
    fc.integer({ min: 0, max: 14 }).map((index) => `q${index}`),
    fc.constantFrom("constructor", "unknown"),
  ),
  plausible,
  { maxKeys: 16 },
) as fc.Arbitrary<Answers>;

/** Answers of any form at all, such as a broken client might send. */
export const wildAnswers = fc.dictionary(fc.constantFrom("q0", "q1", "q2", "q3", "constructor"), fc.anything());

/** Answers that keep to every question's own limits, some left out. */
export function fittingAnswers(content: QuestionnaireContent): fc.Arbitrary<Answers> {
  const questions = content.sections.flatMap((section) => section.questions);
  const entries = questions.map((asked) => {
    const rules = questionKinds[asked.kind] as (typeof questionKinds)["short_text"];
    const tested = ["red", "green", "blue", "other", "yes", "2027-01-02", "09:30", 0, 1, 2, 5, 9, 11];
    const fitting = rules
      .samples(asked as never, tested)
      .filter((answer) => rules.validateAnswer(asked as never, answer).length === 0);
    const given = fitting.length === 0 ? fc.constant(undefined) : fc.constantFrom(undefined, ...fitting);
    return given.map((answer): [string, typeof answer] => [asked.code, answer]);
  });
  return fc
    .tuple(...entries)
    .map((pairs) => Object.fromEntries(pairs.filter(([, answer]) => answer !== undefined)) as Answers);
}
