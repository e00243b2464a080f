import type { KindIssue } from "../answer-issue.ts";
import type { QuestionOf } from "../questionnaire.ts";
import { type KindProblem, type KindRules, orderTests, reversedLimits, type TestValue, withoutTexts } from "./kind.ts";

type PointsQuestion = QuestionOf<"rating" | "nps">;

/** A finite number; minus zero is zero. */
const readNumber = (_question: unknown, given: unknown) =>
  typeof given === "number" && Number.isFinite(given) ? given + 0 : undefined;

interface Range {
  minimum: number | null;
  maximum: number | null;
  isWhole: boolean;
}

function validateInRange({ minimum, maximum, isWhole }: Range, answer: number): KindIssue[] {
  if (isWhole && !Number.isInteger(answer)) return [{ code: "not_whole", params: {} }];
  if (minimum !== null && answer < minimum) return [{ code: "too_low", params: { minimum } }];
  if (maximum !== null && answer > maximum) return [{ code: "too_high", params: { maximum } }];
  return [];
}

const points = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** Each tested value and limit, its whole neighbours, and the middle between every two of them. */
function numberSamples(range: Range, tested: readonly TestValue[]): number[] {
  const marks = [...tested, range.minimum, range.maximum, 0].filter((value) => typeof value === "number");
  const near = marks.flatMap((mark) => [
    mark,
    Math.floor(mark),
    Math.floor(mark) - 1,
    Math.ceil(mark),
    Math.ceil(mark) + 1,
  ]);
  const sorted = [...new Set(near)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((value, index) => (value + (sorted[index] ?? value)) / 2);
  return [...sorted, ...between];
}

export const numberRules: KindRules<QuestionOf<"number">, number> = {
  resultForm: "distribution",
  tests: orderTests,
  defaults: () => ({ minimum: null, maximum: null, isWhole: false }),
  read: readNumber,
  validateAnswer: validateInRange,
  values: (answer) => [answer],
  samples: numberSamples,
  problems: (question) => reversedLimits("minimum", question.minimum, question.maximum),
  mapTexts: withoutTexts,
};

/** Kinds whose answer is one of a fixed row of points. */
function pointsRules(minimum: number, maximum: number): KindRules<PointsQuestion, number> {
  return {
    resultForm: "distribution",
    tests: orderTests,
    defaults: () => ({}),
    read: readNumber,
    validateAnswer: (_question, answer) => validateInRange({ minimum, maximum, isWhole: true }, answer),
    values: (answer) => [answer],
    samples: () => points(minimum, maximum),
    problems: () => [],
    mapTexts: withoutTexts,
  };
}

export const ratingRules = pointsRules(1, 5);
export const npsRules = pointsRules(0, 10);

const leastPoints = 2;
const mostPoints = 11;

function scaleProblems({ from, to }: QuestionOf<"scale">): KindProblem[] {
  const count = to - from + 1;
  if (count >= leastPoints && count <= mostPoints) return [];
  return [{ field: "to", code: "scale_points", params: { minimum: leastPoints, maximum: mostPoints } }];
}

export const scaleRules: KindRules<QuestionOf<"scale">, number> = {
  resultForm: "distribution",
  tests: orderTests,
  defaults: () => ({ from: 1, to: 5, fromLabel: {}, toLabel: {} }),
  read: readNumber,
  validateAnswer: ({ from, to }, answer) => validateInRange({ minimum: from, maximum: to, isWhole: true }, answer),
  values: (answer) => [answer],
  samples: ({ from, to }) => points(from, to),
  problems: scaleProblems,
  mapTexts: (question, visit) => ({
    ...question,
    fromLabel: visit(question.fromLabel, { field: "fromLabel", need: "with_other" }),
    toLabel: visit(question.toLabel, { field: "toLabel", need: "with_other" }),
  }),
};
