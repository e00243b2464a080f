import { groupBy } from "../../../shared/kernel/group-by.ts";
import type { Family, Sample } from "./family.ts";

const combine: Record<Exclude<Family["aggregator"], "omit">, (values: readonly number[]) => number> = {
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
  average: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  first: ([first = Number.NaN]) => first,
};

/** Makes one list of what several processes have, each family by its own way of adding up. */
export function mergeFamilies(lists: readonly (readonly Family[])[]): Family[] {
  const byName = groupBy(lists.flat(), ({ name }) => name);
  return [...byName.values()].flatMap((families) => {
    const [{ aggregator, ...about }] = families as [Family];
    // What says something about a single process only.
    if (aggregator === "omit") return families.length === 1 ? families : [];
    const samples = groupBy(
      families.flatMap(({ values }) => values),
      keyOf,
    );
    const values = [...samples.values()].map((same) => {
      const value = combine[aggregator](same.map((sample) => sample.value));
      return { ...(newest(same) as Sample), value };
    });
    return [{ ...about, aggregator, values }];
  });
}

function keyOf({ metricName, labels }: Sample): string {
  const parts = Object.keys(labels).sort();
  return JSON.stringify([metricName, ...parts.map((part) => [part, labels[part]])]);
}

/** The sample whose example is the latest. */
function newest(samples: readonly Sample[]): Sample | undefined {
  return samples.reduce((best, each) =>
    (each.exemplar?.timestamp ?? 0) > (best.exemplar?.timestamp ?? 0) ? each : best,
  );
}
