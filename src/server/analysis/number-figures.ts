import type { TestValue } from "../../shared/questionnaires/kinds/kind.ts";
import type { QuestionOf } from "../../shared/questionnaires/questionnaire.ts";
import type { CellTable, Secret, ShownCells } from "./cell-table.ts";
import type { QuestionFigures } from "./figures.ts";
import { hasMeanWitnesses } from "./mean-witness.ts";
import { medianOfClasses } from "./median-of-classes.ts";
import { shownAfterMovement, withShown } from "./movements.ts";
import { type NumberClass, numberWays } from "./number-classes.ts";
import { countInSteps } from "./number-steps.ts";
import { type CountedClass, mayFollowShown, readClass } from "./shown-classes.ts";
import { mean, roundTo, roundToDigits } from "./statistics.ts";

interface NumberInput {
  question: QuestionOf<"number">;
  values: readonly (readonly TestValue[])[];
  /** By answer: the cohort it belongs to. */
  cohorts: readonly number[];
  unanswered: number;
  held: QuestionFigures | undefined;
  secret: Secret;
}

interface Way {
  table: CellTable;
  classes: NumberClass[];
  counted: CountedClass[];
  shown: ShownCells;
  isComplete: boolean;
}

/**
 * Counts by classes of numbers, so wide that none is about one to four. Later ones join or split earlier ones and never
 * overlap them; when none does, the figures at hand stay. Beside them there is a mean where it gives nobody away, and the
 * median where the counts tell it. Nothing is shown where `isSuppressed` is returned true.
 */
export function numberFigures(start: QuestionFigures, input: NumberInput): QuestionFigures {
  const numbers = input.values.map(([value]) => Number(value));
  const way = chooseWay(numbers, input);
  if (!way) return { ...start, isSuppressed: true };
  const { table, classes, counted, shown, isComplete } = way;
  const cells = classes.map(({ from, to, count }, index) => ({
    code: counted[index]?.code ?? "",
    from,
    to,
    count: shown.isShown[index] ? count : null,
  }));
  const moments = isComplete ? { mean: safeMean(numbers, way, input), median: toldMedian(way, input) } : {};
  return withShown({ ...start, ...moments, cells, answered: shown.isAnsweredShown ? numbers.length : null }, table);
}

/** The narrowest classes that may follow those shown before, rather ones of which all may be shown. */
function chooseWay(numbers: readonly number[], input: NumberInput): Way | undefined {
  const { question, unanswered, held, secret } = input;
  let partly: Way | undefined;
  for (const classes of candidates(numbers, question.isWhole, held)) {
    const counted = classes.map(toCounted);
    if (!mayFollowShown(counted, held)) continue;
    // Finer classes can tell what an earlier mean was made of, also without a mean of their own.
    const isFirst = held === undefined || held.outputs.length === 0;
    if (!isFirst && !isNobodyTold({ numbers, counted, mean: null }, input)) continue;
    const counts = classes.map(({ count }) => count);
    const table: CellTable = { counts, answered: numbers.length, unanswered, choices: null };
    const { shown } = shownAfterMovement({ table, codes: counted.map(({ code }) => code) }, { held, secret });
    const isComplete = shown.isAnsweredShown && !shown.isShown.includes(false);
    const way = { table, classes, counted, shown, isComplete };
    if (isComplete) return way;
    partly ??= way;
  }
  return partly;
}

function* candidates(numbers: readonly number[], isWhole: boolean, held: QuestionFigures | undefined) {
  yield* numberWays(numbers, isWhole);
  const earlier = held?.cells.map(({ from = null, to = null }) => ({ from, to })) ?? [];
  if (earlier.length === 0) return;
  yield earlier.map(({ from, to }) => {
    const inside = numbers.filter((value) => value >= (from ?? -Infinity) && value < (to ?? Infinity));
    return { from, to, count: inside.length };
  });
}

function toCounted({ from, to, count }: NumberClass): CountedClass {
  const code = `${from ?? ""}..${to ?? ""}`;
  return { ...readClass(code), code, count };
}

/** The mean to one decimal, of large numbers to four digits, if nobody's answer follows from it; else null. */
function safeMean(numbers: readonly number[], { counted }: Way, input: NumberInput): number | null {
  const shown = shownAs(mean(numbers) ?? Number.NaN);
  return Number.isFinite(shown) && isNobodyTold({ numbers, counted, mean: shown }, input) ? shown : null;
}

const shownAs = (exact: number) => roundTo(roundToDigits(exact, 4), 1);

interface Told {
  numbers: readonly number[];
  counted: readonly CountedClass[];
  mean: number | null;
}

/** Whether no small group follows from the classes and the mean together with all that was shown before. */
function isNobodyTold({ numbers, counted, mean: shown }: Told, { question, cohorts, held }: NumberInput): boolean {
  const earlier = held?.outputs ?? [];
  const steps = countInSteps(numbers, { cohorts, cohortCount: earlier.length + 1, isWhole: question.isWhole });
  if (!steps) return false;
  const { minimum, maximum } = question;
  const now = { basis: 0, codes: counted.map(({ code }) => code), mean: shown, answered: numbers.length };
  return hasMeanWitnesses({
    ...steps,
    outputs: [...earlier, now],
    isAllowed: (value) => value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity),
    shownAs,
  });
}

/** Of whole numbers, a class from one to the next is a single number. */
function toldMedian({ counted, table }: Way, { question }: NumberInput): number | null {
  if (!question.isWhole) return null;
  return medianOfClasses(
    counted.map(({ from, below }) => ({ from, to: below - 1 })),
    table.counts,
  );
}
