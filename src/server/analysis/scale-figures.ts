import type { Breather } from "./breather.ts";
import type { CellTable, Secret } from "./cell-table.ts";
import type { QuestionFigures } from "./figures.ts";
import { hasMeanWitnesses } from "./mean-witness.ts";
import { medianOfClasses } from "./median-of-classes.ts";
import { hasClassWitnesses, type Moments, momentsOf, noMoments, roundedLikeMean, roundedMean } from "./moments.ts";
import { shownAfterMovement, withShown } from "./movements.ts";
import { classCode, countIn, isSafe, type PointClass, waysToJoin } from "./scale-classes.ts";
import { type CountedClass, mayFollowShown, wasJoined } from "./shown-classes.ts";

export interface Before {
  held: QuestionFigures | undefined;
  secret: Secret;
  breathe: Breather;
}

interface ScaleInput {
  table: CellTable;
  codes: string[];
  isNetPromoter: boolean;
  /** How many gave each point, by the figures between which they came in. */
  cohorts: readonly ReadonlyMap<number, number>[];
  before: Before;
}

/** Counts by point if all may be shown; else by classes of points beside which a mean may be shown; else some points only. */
export async function scaleFigures(start: QuestionFigures, input: ScaleInput): Promise<QuestionFigures> {
  const { table, codes, before } = input;
  const joined = await joinedFigures(start, input);
  if (joined) return joined;
  if (before.held && wasJoined(before.held)) {
    // Some points beside classes that were shown would tell about the rest of these.
    return { ...start, cells: codes.map((code) => ({ code, count: null })) };
  }
  // No moments beside hidden points: together with those of another release they often have one solution.
  const { shown } = shownAfterMovement({ table, codes }, before);
  const cells = codes.map((code, index) => ({
    code,
    count: shown.isShown[index] ? (table.counts[index] ?? 0) : null,
  }));
  return withShown({ ...start, cells, answered: shown.isAnsweredShown ? table.answered : null }, table);
}

async function joinedFigures(start: QuestionFigures, { table, codes, isNetPromoter, cohorts, before }: ScaleInput) {
  const points = codes.map(Number);
  const refused: PointClass[][] = [];
  const isInClasses = (before.held?.cells.length ?? 0) > 1;
  for (const way of waysToJoin(points, isNetPromoter)) {
    // Figures in several classes stay rather than become one.
    if (way.length === 1 && isInClasses) continue;
    const attempt = shownInClasses({ table, points, way }, before);
    if (!attempt) {
      refused.push(way);
      continue;
    }
    const moments = await momentsBeside({ table, points, way, refused, cohorts }, before);
    if (!moments) {
      // The first output has the first safe way or none: to try another would tell why this one does not go with a mean.
      if (isFirst(before)) return null;
      refused.push(way);
      continue;
    }
    const median = medianOfClasses(way, attempt.table.counts);
    return withShown({ ...start, ...moments, median, cells: attempt.cells, answered: table.answered }, attempt.table);
  }
  return null;
}

interface Classes {
  table: CellTable;
  points: number[];
  way: PointClass[];
}

/** The counts by class when all of them may be shown, also after what was shown before. */
function shownInClasses({ table, points, way }: Classes, { held, secret }: Before) {
  if (!isSafe(way, points, table.counts)) return null;
  const counted = way.map(({ from, to }): CountedClass => {
    const count = countIn({ from, to }, points, table.counts);
    return { from, below: to + 1, code: classCode({ from, to }), count };
  });
  if (!mayFollowShown(counted, held)) return null;
  const classTable = { ...table, counts: counted.map(({ count }) => count) };
  const { shown } = shownAfterMovement({ table: classTable, codes: way.map(classCode) }, { held, secret });
  if (!shown.isAnsweredShown || shown.isShown.includes(false)) return null;
  return { table: classTable, cells: counted.map(({ code, count }) => ({ code, count })) };
}

interface Beside extends Classes {
  /** Better ways that were not safe: a witness must not make one safe, as the choice of classes would then be another. */
  refused: PointClass[][];
  cohorts: readonly ReadonlyMap<number, number>[];
}

/** All moments of points; beside classes the mean, if every small group could be another and lead to the same. */
async function momentsBeside(
  { table, points, way, refused, cohorts }: Beside,
  before: Before,
): Promise<Moments | null> {
  await before.breathe.now();
  const isJoined = way.some(({ from, to }) => from !== to);
  const isTold = (mean: number | null) => {
    const now = { basis: 0, codes: way.map(classCode), mean, answered: table.answered };
    return !hasMeanWitnesses({
      cohorts,
      outputs: [...(before.held?.outputs ?? []), now],
      valueAt: (point) => point,
      isAllowed: (point) => points.includes(point),
      shownAs: roundedLikeMean,
    });
  };
  if (!isJoined) {
    const areClassesKnown = before.held !== undefined && wasJoined(before.held);
    return areClassesKnown && isTold(null) ? null : momentsOf(points, table.counts);
  }
  // Witnesses have the same counts in these classes; the choice of classes must be the same too.
  const publishes = (counts: readonly number[]) =>
    !refused.some((other) => shownInClasses({ table: { ...table, counts }, points, way: other }, before));
  const classes = points.map((point) => way.findIndex((each) => isIn(point, each)));
  const mean = roundedMean(points, table.counts);
  if (hasClassWitnesses({ points, classes, publishes }, table.counts) && !isTold(mean)) return { ...noMoments, mean };
  return !isFirst(before) && !isTold(null) ? noMoments : null;
}

const isFirst = ({ held }: Before) => held === undefined || held.outputs.length === 0;

const isIn = (point: number, { from, to }: PointClass) => point >= from && point <= to;
