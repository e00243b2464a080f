/** A figure beside its budget. Where it could not be measured, there is neither figure nor verdict, and `text` says why. */
export function row(what, budget, { value, text }) {
  const isKnown = Number.isFinite(value);
  return {
    ...{ what, budget: budget.text, measured: text ?? "–", value: isKnown ? value : null },
    isMet: isKnown ? budget.holds(value) : undefined,
  };
}

export const atMost = (limit, text) => ({ text, holds: (value) => value <= limit });
export const atLeast = (limit, text) => ({ text, holds: (value) => value >= limit });
export const exactly = (wanted) => ({ text: `exactly ${wanted}`, holds: (value) => value === wanted });
export const noBudget = { text: "none", holds: () => undefined };
/** A row that this version of the product, or this machine, has nothing for. */
export const notMeasured = (what, budget, text) => row(what, budget, { value: undefined, text });

export const whole = (value) => Math.round(value).toLocaleString("en");
export const micro = (value) => (value === undefined ? "–" : `${Math.round(value)} µs`);
export const ms = (value) => (value === undefined ? "–" : `${value.toFixed(value < 10 ? 1 : 0)} ms`);
export const ratio = (value) => `${value.toFixed(2)} ×`;
export const asMs = (value) => ({ value, text: ms(value) });

export const median = (values) => {
  const sorted = values.filter((value) => value !== undefined).sort((one, other) => one - other);
  return sorted.length === 0 ? undefined : sorted[Math.floor(sorted.length / 2)];
};

/** Measures one after the other. */
export async function inOrder(items, measure) {
  const measured = [];
  for (const item of items) measured.push(await measure(item));
  return measured;
}

/** So many results of the same measurement. */
export const rounds = (count, measure) =>
  inOrder(
    Array.from({ length: count }, (_, index) => index),
    measure,
  );
