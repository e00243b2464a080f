import { type LocalisedText, languages } from "../../shared/kernel/locale.ts";
import type { FigureCell, QuestionFigures } from "./figures.ts";
import { isSmall } from "./releases.ts";

/** Adjacent points of a scale that are counted together. */
export interface PointClass {
  from: number;
  to: number;
}

/** More points have too many ways of joining, and too many points to be worth it. */
const mostPoints = 11;

export const classCode = ({ from, to }: PointClass) => (from === to ? String(from) : `${from}-${to}`);

/** The words for a class of points, the same in every language. */
export function pointsLabel(code: string): LocalisedText {
  return Object.fromEntries(languages.map((language) => [language, code.replace("-", "–")]));
}

const netPromoterGroups: PointClass[] = [
  { from: 0, to: 6 },
  { from: 7, to: 8 },
  { from: 9, to: 10 },
];

/**
 * The ways to count a scale in classes (global recoding; Hundepool et al., 2012, chapter 5), the best first: the points
 * themselves; for a net promoter score then its three groups; otherwise few joins, symmetric, of like width. The order is the same
 * whatever was answered.
 */
export function waysToJoin(points: readonly number[], isNetPromoter: boolean): PointClass[][] {
  const single = points.map((point) => ({ from: point, to: point }));
  if (isNetPromoter) return [single, netPromoterGroups];
  if (points.length < 3 || points.length > mostPoints) return [single];
  const ways = Array.from({ length: 2 ** (points.length - 1) - 2 }, (_, index) => cutAt(points, index + 1));
  const rank = (way: PointClass[]) => [
    -way.length,
    isSymmetric(way) ? 0 : 1,
    way.reduce((sum, each) => sum + width(each) ** 2, 0),
  ];
  const ranked = ways.map((way) => ({ way, rank: rank(way) }));
  ranked.sort((a, b) => a.rank.map((value, index) => value - (b.rank[index] ?? 0)).find((by) => by !== 0) ?? 0);
  return [single, ...ranked.map(({ way }) => way)];
}

const width = ({ from, to }: PointClass) => to - from + 1;

const isSymmetric = (way: readonly PointClass[]) =>
  way.every((each, index) => width(each) === width(way[way.length - 1 - index] ?? each));

/** The classes with a cut after the points whose bit is set. */
function cutAt(points: readonly number[], bits: number): PointClass[] {
  const classes: PointClass[] = [];
  for (const [index, point] of points.entries()) {
    const last = classes[classes.length - 1];
    if (last && ((bits >> (index - 1)) & 1) === 0) last.to = point;
    else classes.push({ from: point, to: point });
  }
  return classes;
}

export function countIn({ from, to }: PointClass, points: readonly number[], counts: readonly number[]): number {
  return points.reduce((sum, point, index) => sum + (point >= from && point <= to ? (counts[index] ?? 0) : 0), 0);
}

/** Whether no class is about one to four people, and at least two are about somebody. */
export function isSafe(way: readonly PointClass[], points: readonly number[], counts: readonly number[]): boolean {
  const people = way.map((each) => countIn(each, points, counts));
  return !people.some(isSmall) && people.filter((count) => count > 0).length >= 2;
}

interface Shown extends PointClass {
  count: number;
}

const isWithin = (inner: PointClass, outer: PointClass) => inner.from >= outer.from && inner.to <= outer.to;
const isApart = (a: PointClass, b: PointClass) => a.to < b.from || b.to < a.from;

function readClass(code: string): PointClass {
  const [from = "", to = from] = code.split("-");
  return { from: Number(from), to: Number(to) };
}

/** Whether anything about joined points was ever shown. */
export const wasJoined = ({ lastShown }: QuestionFigures) => Object.keys(lastShown).some((code) => code.includes("-"));

const isSameWay = (way: readonly PointClass[], cells: readonly FigureCell[]) =>
  way.length === cells.length && way.every((each, index) => classCode(each) === cells[index]?.code);

const isComplete = ({ cells, answered }: QuestionFigures) =>
  answered !== null && cells.every(({ count }) => count !== null);

/**
 * Whether classes may follow what was shown. Between complete figures they may be joined or split, never overlap: of
 * overlapping ones the difference is a group of people. Where one contains the other, what they have in common may not differ
 * by one to four; nor may a class from earlier ones inside it, which leaves the newcomers there and those beside them.
 */
export function mayFollowShown(way: readonly Shown[], held: QuestionFigures | undefined): boolean {
  if (!held) return true;
  const earlier = Object.entries(held.lastShown).flatMap(([code, { count }]) =>
    code === "" ? [] : [{ ...readClass(code), count }],
  );
  if (earlier.length === 0 || isSameWay(way, held.cells)) return true;
  if (held.cells.length === 0) return way.every((each) => Object.hasOwn(held.lastShown, classCode(each)));
  if (!isComplete(held)) return false;
  const isCrossing = way.some((a) => earlier.some((b) => !isApart(a, b) && !isWithin(a, b) && !isWithin(b, a)));
  if (isCrossing || way.some((each) => differsALittle(each, earlier))) return false;
  return earlier.every((each) => {
    const parts = way.filter((part) => isWithin(part, each));
    const people = parts.reduce((sum, { count }) => sum + count, 0);
    return parts.length === 0 || !isSmall(Math.abs(people - each.count));
  });
}

/** Whether a class differs by one to four from any earlier classes inside it taken together. */
function differsALittle(whole: Shown, earlier: readonly Shown[]): boolean {
  const inside = earlier.filter((each) => isWithin(each, whole));
  const search = (index: number, taken: readonly Shown[], sum: number): boolean => {
    const next = inside[index];
    if (!next) return taken.length > 0 && isSmall(Math.abs(whole.count - sum));
    if (search(index + 1, taken, sum)) return true;
    return taken.every((each) => isApart(each, next)) && search(index + 1, [...taken, next], sum + next.count);
  };
  return search(0, [], 0);
}
