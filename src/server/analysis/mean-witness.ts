import type { Output } from "./figures.ts";
import { isSmall } from "./releases.ts";
import { readClass } from "./shown-classes.ts";

/** Values in whole steps: the points of a scale, or numbers counted in their smallest step. */
export interface Spread {
  /** Per output, the oldest first: how many of those who came in since the one before gave each value. The last are new. */
  cohorts: readonly ReadonlyMap<number, number>[];
  /** What was shown about them and all before them; the last is what is to be shown. */
  outputs: readonly Output[];
  /** The value that a step stands for. */
  valueAt(step: number): number;
  isAllowed(value: number): boolean;
  shownAs(mean: number): number;
}

/** One person of a cohort who gave another value: cohort, step, and by how many steps it differs. */
type Change = readonly [cohort: number, at: number, by: number];

/** Values next to each other, both ends included. */
interface Run {
  from: number;
  to: number;
}

interface Group extends Run {
  isIn(cohort: number): boolean;
}

/** One output, ready to be compared: by step the class that it is counted in, and whether a change of the sum is seen. */
interface Picture {
  classOf(at: number): number | null;
  keepsMean(by: number): boolean;
}

interface Search extends Pick<Spread, "cohorts"> {
  pictures: readonly Picture[];
  stepsLeft: number;
}

const distances = [1, -1, 2, -2];
const mostSteps = 5_000_000;

/**
 * Whether classes and a mean may be shown after all that was shown before. Two means give the sum of the newcomers, and
 * a sum of few people often has one solution. So every group of one to four who gave neighbouring values (among all who
 * were in an output, and among its newcomers), and everyone but one to four of a class, needs a witness: other
 * values that lead to the same classes and means in every output, with another count of that group. Witnesses
 * are sought among changes of one or two people of a cohort, which those of a later one may make up for.
 */
export function hasMeanWitnesses(spread: Spread): boolean {
  const pictures = spread.outputs.map((output, last) => pictureOf(output, last, spread));
  const search: Search = { cohorts: spread.cohorts, pictures, stepsLeft: mostSteps };
  return groupsOf(search).every((group) => {
    for (const witness of witnessesNear(group, search)) {
      if (effectOn(group, witness) !== 0 && isUnseen(witness, search)) return true;
      if (search.stepsLeft < 0) return false;
    }
    return false;
  });
}

function pictureOf({ codes, mean, answered }: Output, last: number, spread: Spread): Picture {
  const classes = codes.map(readClass);
  const known = new Map<number, number | null>();
  const find = (value: number) =>
    spread.isAllowed(value) ? classes.findIndex(({ from, below }) => value >= from && value < below) : null;
  const given = spread.cohorts.slice(0, last + 1).flatMap((cohort) => [...cohort]);
  const people = given.reduce((sum, [, count]) => sum + count, 0);
  const total = given.reduce((sum, [at, count]) => sum + spread.valueAt(at) * count, 0);
  const stepSize = spread.valueAt(1) - spread.valueAt(0);
  return {
    classOf(at) {
      const before = known.get(at);
      if (before !== undefined) return before;
      const found = find(spread.valueAt(at));
      known.set(at, found);
      return found;
    },
    // After somebody left, what else the mean could have been made of cannot be known.
    keepsMean: (by) =>
      by === 0 || mean === null || (people === answered && spread.shownAs((total + by * stepSize) / people) === mean),
  };
}

function groupsOf({ cohorts, pictures }: Search): Group[] {
  const soFar = new Map<number, number>();
  return cohorts.flatMap((counts, last) => {
    for (const [value, count] of counts) soFar.set(value, (soFar.get(value) ?? 0) + count);
    const all = tellingRuns(soFar, pictures[last]).map((run) => ({ ...run, isIn: (cohort: number) => cohort <= last }));
    const own = tellingRuns(counts, pictures[last]).map((run) => ({
      ...run,
      isIn: (cohort: number) => cohort === last,
    }));
    return last === 0 ? all : [...all, ...own];
  });
}

/** Runs of values given by one to four people, and single ones that all but one to four of a class gave. */
function tellingRuns(counts: ReadonlyMap<number, number>, picture: Picture | undefined): Run[] {
  const isAlike = (a: number, b: number) => picture?.classOf(a) === picture?.classOf(b);
  const given = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  return given.flatMap(([from, count], start) => {
    const runs: Run[] = [];
    let people = 0;
    for (const [to, more] of given.slice(start, start + 4)) {
      people += more;
      if (isSmall(people) && isAlike(from, to)) runs.push({ from, to });
    }
    const beside = [-1, 1].reduce((sum, step) => sum + peopleBeside({ given, start, step, isAlike }), 0);
    return isSmall(beside) && !isSmall(count) ? [...runs, { from, to: from }] : runs;
  });
}

interface Beside {
  given: readonly (readonly [value: number, count: number])[];
  start: number;
  step: number;
  isAlike(a: number, b: number): boolean;
}

/** How many gave other values of the same class on one side; counting ends where there are enough. */
function peopleBeside({ given, start, step, isAlike }: Beside): number {
  const value = given[start]?.[0] ?? 0;
  let people = 0;
  for (let index = start + step; people <= 4; index += step) {
    const next = given[index];
    if (!next || !isAlike(value, next[0])) break;
    people += next[1];
  }
  return people;
}

function effectOn({ isIn, from, to }: Group, changes: readonly Change[]): number {
  const isInside = (value: number) => (value >= from && value <= to ? 1 : 0);
  return changes.reduce(
    (sum, [cohort, value, by]) => sum + (isIn(cohort) ? isInside(value + by) - isInside(value) : 0),
    0,
  );
}

/** Changes in which somebody crosses an end of the group. */
function* witnessesNear(group: Group, search: Search): Generator<readonly Change[]> {
  const near = new Set([group.from, group.to].flatMap((end) => [-2, -1, 0, 1, 2].map((by) => end + by)));
  for (const [cohort, counts] of search.cohorts.entries()) {
    for (const at of near) {
      if (!counts.get(at)) continue;
      for (const by of distances) {
        yield* withExchanges([[cohort, at, by]], search);
        for (const other of counts.keys()) {
          const both: Change[] = [
            [cohort, at, by],
            [cohort, other, -by],
          ];
          if (hasPeople(counts, both)) yield* withExchanges(both, search);
          if (--search.stepsLeft < 0) return;
        }
      }
    }
  }
}

/** The changes, and the changes made up for by a later cohort, so that outputs from there on are as they were. */
function* withExchanges(changes: readonly Change[], { cohorts }: Search): Generator<readonly Change[]> {
  yield changes;
  for (let later = cohorts.length - 1; later > (changes[0]?.[0] ?? 0); later--) {
    const undone = changes.map(([, at, by]): Change => [later, at + by, -by]);
    if (hasPeople(cohorts[later], undone)) yield [...changes, ...undone];
  }
}

/** Whether every output would have shown the same. */
function isUnseen(changes: readonly Change[], search: Search): boolean {
  return search.pictures.every(({ classOf, keepsMean }, last) => {
    search.stepsLeft -= 1;
    const seen = changes.filter(([cohort]) => cohort <= last);
    if (seen.length === 0) return true;
    const moved = seen.flatMap(([, at, by]) => [[classOf(at), -1] as const, [classOf(at + by), 1] as const]);
    const isBalanced = moved.every(
      ([one]) => one !== null && moved.reduce((sum, [other, people]) => sum + (other === one ? people : 0), 0) === 0,
    );
    return isBalanced && keepsMean(seen.reduce((sum, [, , by]) => sum + by, 0));
  });
}

function hasPeople(counts: ReadonlyMap<number, number> | undefined, changes: readonly Change[]): boolean {
  return changes.every(([, value]) => {
    const needed = changes.filter(([, other]) => other === value).length;
    return (counts?.get(value) ?? 0) >= needed;
  });
}
