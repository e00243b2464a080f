import type { FigureCell, QuestionFigures } from "./figures.ts";
import { isSmall } from "./releases.ts";

/** Values that are counted together: from `from` (inclusive) to `below` (exclusive). */
export interface ValueClass {
  from: number;
  below: number;
}

export interface CountedClass extends ValueClass {
  code: string;
  count: number;
}

const isWithin = (inner: ValueClass, outer: ValueClass) => inner.from >= outer.from && inner.below <= outer.below;
const isApart = (a: ValueClass, b: ValueClass) => a.below <= b.from || b.below <= a.from;

/** The class that a code stands for: "3", "3-5" for points, "20..30" for numbers, with open ends. */
export function readClass(code: string): ValueClass {
  const [low, high] = code.split("..");
  if (low !== undefined && high !== undefined) {
    return {
      from: low === "" ? Number.NEGATIVE_INFINITY : Number(low),
      below: high === "" ? Number.POSITIVE_INFINITY : Number(high),
    };
  }
  const [from = "", to = from] = code.split("-");
  return { from: Number(from), below: Number(to) + 1 };
}

/** Whether earlier figures ever counted several values together. */
export const wasJoined = ({ lastShown }: QuestionFigures) =>
  Object.keys(lastShown).some((code) => code.includes("-") || code.includes(".."));

/** Every class that was ever shown. */
function classesShown({ lastShown }: QuestionFigures): (ValueClass & { count: number })[] {
  return Object.entries(lastShown).flatMap(([code, { count }]) => (code === "" ? [] : [{ ...readClass(code), count }]));
}

const isSameWay = (way: readonly CountedClass[], cells: readonly FigureCell[]) =>
  way.length === cells.length && way.every(({ code }, index) => code === cells[index]?.code);

const isComplete = ({ cells, answered }: QuestionFigures) =>
  answered !== null && cells.every(({ count }) => count !== null);

/**
 * Whether classes may follow what was shown. Between complete figures they may be joined or split, never overlap: of
 * overlapping ones the difference is a group of people. Where one contains the other, what they have in common may not differ
 * by one to four; nor may a class from earlier ones inside it, which leaves the newcomers there and those beside them.
 */
export function mayFollowShown(way: readonly CountedClass[], held: QuestionFigures | undefined): boolean {
  if (!held) return true;
  const earlier = classesShown(held);
  if (earlier.length === 0 || isSameWay(way, held.cells)) return true;
  if (held.cells.length === 0) return way.every(({ code }) => Object.hasOwn(held.lastShown, code));
  if (!isComplete(held)) return false;
  const isCrossing = way.some((a) => earlier.some((b) => !isApart(a, b) && !isWithin(a, b) && !isWithin(b, a)));
  if (isCrossing || way.some((each) => differsALittle(each, earlier))) return false;
  return earlier.every((each) => {
    const parts = way.filter((part) => isWithin(part, each));
    const people = parts.reduce((sum, { count }) => sum + count, 0);
    return parts.length === 0 || !isSmall(Math.abs(people - each.count));
  });
}

type Counted = ValueClass & { count: number };

/** Whether a class differs by one to four from any earlier classes inside it taken together. */
function differsALittle(whole: Counted, earlier: readonly Counted[]): boolean {
  const inside = earlier.filter((each) => isWithin(each, whole));
  const search = (index: number, taken: readonly Counted[], sum: number): boolean => {
    const next = inside[index];
    if (!next) return taken.length > 0 && isSmall(Math.abs(whole.count - sum));
    if (search(index + 1, taken, sum)) return true;
    return taken.every((each) => isApart(each, next)) && search(index + 1, [...taken, next], sum + next.count);
  };
  return search(0, [], 0);
}
