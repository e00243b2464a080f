import type { Breather } from "./breather.ts";
import { type CellTable, nextToHide, type Secret } from "./cell-table.ts";
import type { QuestionFigures } from "./figures.ts";
import { medianOfClasses } from "./median-of-classes.ts";
import { shownAfterMovement, withShown } from "./movements.ts";
import { levelsFor, type Moments, meanOnly, noMoments, protectMoments } from "./protect-moments.ts";
import { classCode, countIn, isSafe, mayFollowShown, type PointClass, wasJoined, waysToJoin } from "./scale-classes.ts";
import { suppressCells } from "./suppress-cells.ts";

export interface Before {
  held: QuestionFigures | undefined;
  secret: Secret;
  breathe: Breather;
}

interface ScaleInput {
  table: CellTable;
  codes: string[];
  isNetPromoter: boolean;
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
  const { shown, moments } = await scaleParts({ table, codes }, before);
  const cells = codes.map((code, index) => ({
    code,
    count: shown.isShown[index] ? (table.counts[index] ?? 0) : null,
  }));
  return withShown({ ...start, ...moments, cells, answered: shown.isAnsweredShown ? table.answered : null }, table);
}

async function joinedFigures(start: QuestionFigures, { table, codes, isNetPromoter, before }: ScaleInput) {
  const points = codes.map(Number);
  const refused: PointClass[][] = [];
  for (const way of waysToJoin(points, isNetPromoter)) {
    const attempt = shownInClasses({ table, points, way }, before);
    if (!attempt) {
      refused.push(way);
      continue;
    }
    // The first safe way or none: to try another would tell why this one does not go with a mean.
    const moments = await momentsBeside({ table, points, way, refused }, before);
    if (!moments) return null;
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
  const counted = way.map((each) => ({ ...each, count: countIn(each, points, table.counts) }));
  if (!mayFollowShown(counted, held)) return null;
  const classTable = { ...table, counts: counted.map(({ count }) => count) };
  const { shown } = shownAfterMovement({ table: classTable, codes: way.map(classCode) }, { held, secret });
  if (!shown.isAnsweredShown || shown.isShown.includes(false)) return null;
  return { table: classTable, cells: counted.map((each) => ({ code: classCode(each), count: each.count })) };
}

interface Beside extends Classes {
  /** Better ways that were not safe: a witness must not make one safe, as the choice of classes would then be another. */
  refused: PointClass[][];
}

/** The mean beside classes, if every point of one to four could be another and lead to the same. Of points alone, all moments. */
async function momentsBeside({ table, points, way, refused }: Beside, before: Before): Promise<Moments | null> {
  await before.breathe.now();
  const classes = points.map((point) => way.findIndex(({ from, to }) => point >= from && point <= to));
  const isShown = classes.map((each) => way[each]?.from === way[each]?.to);
  // Witnesses have the same counts in these classes; the choice of classes must be the same too.
  const publishes = (counts: readonly number[]) =>
    !refused.some((other) => shownInClasses({ table: { ...table, counts }, points, way: other }, before));
  const joined = isShown.includes(false) ? classes : [];
  return protectMoments(
    points,
    { counts: table.counts, shown: { isShown }, level: meanOnly, classes: joined },
    publishes,
  );
}

/** The shown cells and the moments of a scale: of the two, the moments say more, so cells give way until they are protected. */
async function scaleParts({ table, codes }: { table: CellTable; codes: string[] }, before: Before) {
  const points = codes.map(Number);
  const start = shownAfterMovement({ table, codes }, before);
  for (const level of levelsFor(table.answered)) {
    let { shown, mustHide } = start;
    for (;;) {
      await before.breathe.now();
      const demands = { mustHide, secret: before.secret };
      const publishes = (counts: readonly number[]) =>
        suppressCells({ ...table, counts }, demands).isShown.every(
          (isShown, index) => isShown === shown.isShown[index],
        );
      const moments = protectMoments(points, { counts: table.counts, shown, level }, publishes);
      const next = nextToHide(
        table.counts,
        shown.isShown.map((isShown) => !isShown),
        before.secret,
      );
      if (moments) return { shown, moments };
      if (next === undefined) break;
      mustHide = mustHide.map((must, index) => must || index === next);
      ({ shown, mustHide } = shownAfterMovement({ table, codes }, { ...before, mustHide }));
    }
  }
  return { shown: start.shown, moments: noMoments };
}
