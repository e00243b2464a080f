import type { Breather } from "./breather.ts";
import type { Column } from "./collect-answers.ts";
import { isSmall } from "./releases.ts";

interface Group {
  members: Uint8Array;
  size: number;
}

/**
 * The questions whose audience gives a small group away. Who saw a conditional question is a group like any other: when it
 * lies inside another audience and leaves out one to four of it, the figures of both would tell about those few.
 * @returns the codes of questions that nothing may be shown about
 */
export async function tellingQuestions(columns: readonly Column[], breathe: Breather): Promise<Set<string>> {
  const groups = columns.map(({ isVisible }) => groupOf(isVisible));
  const count = columns[0]?.isVisible.length ?? 0;
  const everyone = groupOf(new Uint8Array(count).fill(1));
  const distinct = [everyone];
  const indexes: number[] = [];
  for (const group of groups) {
    let index = distinct.findIndex((other) => isEqual(group, other));
    if (index === -1) index = distinct.push(group) - 1;
    indexes.push(index);
    await breathe();
  }
  const isTelling: boolean[] = [];
  for (const inner of distinct) {
    let telling = false;
    for (const outer of distinct) {
      telling ||= isSmall(outer.size - inner.size) && isInside(inner, outer);
      await breathe();
    }
    isTelling.push(telling);
  }
  return new Set(
    columns.filter((_, position) => isTelling[indexes[position] ?? 0]).map(({ question }) => question.code),
  );
}

function groupOf(members: Uint8Array): Group {
  return { members, size: members.reduce((sum, member) => sum + member, 0) };
}

const isEqual = (a: Group, b: Group) => a.size === b.size && isInside(a, b);

function isInside(inner: Group, outer: Group): boolean {
  return inner.members.every((member, index) => member === 0 || outer.members[index] === 1);
}
