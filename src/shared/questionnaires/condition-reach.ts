import { holds } from "./logic.ts";
import { rulesOf } from "./question-kinds.ts";
import type { Answer, AnswerTest, Condition, Question, QuestionKind, Section } from "./questionnaire.ts";

/** A question, where it stands, and whether it can be shown at all. */
export interface Place {
  question: Question;
  section: Section;
  isReachable: boolean;
}
export type Places = ReadonlyMap<string, Place>;

/** Whether some answers make the condition true together with the condition of the section around it. */
export function canHold(condition: Condition, around: Condition | null, places: Places): boolean {
  return alternatives(around).some((outer) =>
    alternatives(condition).some((inner) => isPossible([...outer, ...inner], places)),
  );
}

/**
 * Whether some answers pass all of the tests. A question that must be answered must also be shown, so the tests of its
 * own condition join in. Where that condition offers a choice it is left out: then the answer may be a yes too many,
 * never a no too many.
 */
export function isPossible(tests: readonly AnswerTest[], places: Places): boolean {
  const byQuestion = new Map<string, AnswerTest[]>();
  for (const test of withNeeded(tests, places)) {
    byQuestion.set(test.question, [...(byQuestion.get(test.question) ?? []), test]);
  }
  return [...byQuestion].every(([code, together]) => canPass(together, places.get(code)));
}

/** The sets of tests of which one has to pass. */
function alternatives(condition: Condition | null): AnswerTest[][] {
  if (condition === null) return [[]];
  return condition.join === "all" ? [condition.tests] : condition.tests.map((test) => [test]);
}

/** The tests that always have to pass. */
function needed(condition: Condition | null): AnswerTest[] {
  const sets = alternatives(condition);
  return sets.length === 1 ? (sets[0] ?? []) : [];
}

function withNeeded(tests: readonly AnswerTest[], places: Places): AnswerTest[] {
  const all = [...tests];
  const followed = new Set<string>();
  for (let index = 0; index < all.length; index++) {
    const test = all[index];
    if (!test || test.is === "not_answered" || followed.has(test.question)) continue;
    followed.add(test.question);
    const place = places.get(test.question);
    if (place) all.push(...needed(place.section.showIf), ...needed(place.question.showIf));
  }
  return all;
}

function canPass(tests: readonly AnswerTest[], place: Place | undefined): boolean {
  if (!place) return tests.every((test) => test.is === "not_answered");
  const { question } = place;
  const passes = (answer: Answer | undefined) => tests.every((test) => holds(test, question, answer));
  if (passes(undefined)) return true;
  if (!place.isReachable) return false;
  const rules = rulesOf<QuestionKind>(question.kind);
  const tested = tests.flatMap((test) => (test.value === undefined ? [] : [test.value]));
  return rules
    .samples(question, tested)
    .some((answer) => rules.validateAnswer(question, answer).length === 0 && passes(answer));
}
