import { counter, type Family } from "./family.ts";

/** A counter of a feature: how often something came about, by one label with few values. */
export interface FactCounter {
  name: string;
  help: string;
  label: string;
}

/** What features count. */
export class FactCounts {
  readonly #counts = new Map<FactCounter, Map<string, number>>();

  add(fact: FactCounter, value: string): void {
    const counts = this.#counts.get(fact) ?? new Map<string, number>();
    this.#counts.set(fact, counts);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }

  families(): Family[] {
    return [...this.#counts].map(([{ name, help, label }, counts]) =>
      counter(
        { name, help },
        [...counts].map(([value, count]) => ({ labels: { [label]: value }, value: count })),
      ),
    );
  }

  /** Names the values there can be, so that a counter stands at zero before its first fact. */
  expect(fact: FactCounter, values: readonly string[]): void {
    this.#counts.set(fact, new Map(values.map((value) => [value, 0])));
  }
}
