import { type LocalisedText, languages } from "../../shared/kernel/locale.ts";
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
  const whole = [{ from: points[0] ?? 0, to: points[points.length - 1] ?? 0 }];
  if (isNetPromoter) return [single, netPromoterGroups, whole];
  if (points.length < 3 || points.length > mostPoints) return [single, whole];
  const ways = Array.from({ length: 2 ** (points.length - 1) - 2 }, (_, index) => cutAt(points, index + 1));
  const rank = (way: PointClass[]) => [
    -way.length,
    isSymmetric(way) ? 0 : 1,
    way.reduce((sum, each) => sum + width(each) ** 2, 0),
  ];
  const ranked = ways.map((way) => ({ way, rank: rank(way) }));
  ranked.sort((a, b) => a.rank.map((value, index) => value - (b.rank[index] ?? 0)).find((by) => by !== 0) ?? 0);
  return [single, ...ranked.map(({ way }) => way), whole];
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

/** Whether no class is about one to four people, and at least two are about somebody; of all points in one, five answered. */
export function isSafe(way: readonly PointClass[], points: readonly number[], counts: readonly number[]): boolean {
  const people = way.map((each) => countIn(each, points, counts));
  return !people.some(isSmall) && people.filter((count) => count > 0).length >= Math.min(2, way.length);
}
