import type { CellTable, Secret, ShownCells } from "./cell-table.ts";
import { outputOf, type QuestionFigures } from "./figures.ts";
import { isSmall } from "./releases.ts";
import { suppressCells } from "./suppress-cells.ts";

/** `unanswered` among the cells. */
const restCode = "";

const isSmallStep = (before: number, now: number) => isSmall(Math.abs(now - before));

interface NewTable {
  table: CellTable;
  codes: readonly string[];
}

interface Before {
  held: QuestionFigures | undefined;
  secret: Secret;
  /** Cells to hide in any case, by index. */
  mustHide?: readonly boolean[];
}

/**
 * Suppression that also looks back: what two releases show must not differ by one to four, in a cell, in its complement, or
 * in all hidden cells together, because the difference is a table about the newcomers (Hundepool et al., 2012, on linked
 * tables). Cells that moved too little are hidden like small ones.
 */
export function shownAfterMovement({ table, codes }: NewTable, { held, secret, mustHide: alsoHide = [] }: Before) {
  const cells = [...codes, restCode];
  const counts = [...table.counts, table.unanswered];
  const mustHide = cells.map((code, index) => {
    const last = held?.lastShown[code];
    if (alsoHide[index] === true || !last) return alsoHide[index] === true;
    const count = counts[index] ?? 0;
    const isComplementTold = table.choices !== null && code !== restCode;
    return (
      isSmallStep(last.count, count) || (isComplementTold && isSmallStep(last.of - last.count, table.answered - count))
    );
  });
  for (;;) {
    const shown = suppressCells(table, { mustHide, secret });
    const steps = held && table.choices === null ? stepsOf({ cells, counts, shown }, held) : [];
    const hiddenStep =
      table.answered + table.unanswered - (held?.total ?? 0) - steps.reduce((sum, { by }) => sum + by, 0);
    const next = steps.filter(({ by }) => by !== 0).sort((a, b) => Math.abs(a.by) - Math.abs(b.by))[0];
    if (!held || steps.length === 0 || !isSmall(Math.abs(hiddenStep)) || !next) return { shown, mustHide };
    mustHide[next.index] = true;
  }
}

/** The cells shown both times, and by how much they moved. */
function stepsOf(
  { cells, counts, shown }: { cells: string[]; counts: number[]; shown: ShownCells },
  held: QuestionFigures,
) {
  const before = new Map<string, number | null>(held.cells.map(({ code, count }) => [code, count]));
  if (held.answered !== null) before.set(restCode, held.total - held.answered);
  return cells.flatMap((code, index) => {
    const last = before.get(code);
    const isShown = index < cells.length - 1 ? shown.isShown[index] : shown.isAnsweredShown;
    return isShown && typeof last === "number" ? [{ index, by: (counts[index] ?? 0) - last }] : [];
  });
}

/** Remembers what the figures show. */
export function withShown(figures: QuestionFigures, { answered, unanswered }: CellTable): QuestionFigures {
  const shown = figures.cells.flatMap(({ code, count }) =>
    count === null ? [] : [[code, { count, of: answered }] as const],
  );
  const rest = figures.answered === null ? [] : [[restCode, { count: unanswered, of: answered }] as const];
  const outputs = [...figures.outputs, outputOf(figures)];
  return { ...figures, outputs, lastShown: { ...figures.lastShown, ...Object.fromEntries([...shown, ...rest]) } };
}
