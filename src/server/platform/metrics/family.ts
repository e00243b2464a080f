import { boundsMs, type DurationCounts } from "./duration-counts.ts";
import type { Exemplar } from "./request-counts.ts";

export type Labels = Record<string, string | number>;

export interface Sample {
  labels: Labels;
  value: number;
  /** Where it differs from the family's, as with the parts of a histogram. */
  metricName?: string;
  exemplar?: { labelSet: Labels; value: number; timestamp: number };
}

/** All samples of one name, as prom-client writes them down; plain values, so that processes can send them to each other. */
export interface Family {
  name: string;
  help: string;
  type: "counter" | "gauge" | "histogram" | "summary";
  /** How samples of several processes become one. */
  aggregator: "sum" | "max" | "min" | "average" | "first" | "omit";
  values: Sample[];
}

type About = Pick<Family, "name" | "help">;

export const counter = (about: About, values: Sample[]): Family => ({
  ...about,
  type: "counter",
  aggregator: "sum",
  values,
});

export const gauge = (about: About, values: Sample[], aggregator: Family["aggregator"] = "sum"): Family => ({
  ...about,
  type: "gauge",
  aggregator,
  values,
});

/** A value without labels. */
export const only = (value: number): Sample[] => [{ labels: {}, value }];

export interface Timed {
  labels: Labels;
  times: DurationCounts;
  exemplars?: readonly (Exemplar | undefined)[];
}

/** A histogram in seconds, as Prometheus wants every duration. */
export function histogram(about: About, series: Iterable<Timed>): Family {
  const values: Sample[] = [];
  for (const { labels, times, exemplars } of series) {
    let count = 0;
    for (const [at, inBucket] of times.buckets.entries()) {
      count += inBucket;
      const bound = boundsMs[at];
      const exemplar = exemplars?.[at];
      values.push({
        metricName: `${about.name}_bucket`,
        labels: { ...labels, le: bound === undefined ? "+Inf" : String(bound / 1000) },
        value: count,
        ...(exemplar ? { exemplar: written(exemplar) } : {}),
      });
    }
    values.push({ metricName: `${about.name}_sum`, labels, value: times.sumMs / 1000 });
    values.push({ metricName: `${about.name}_count`, labels, value: count });
  }
  return { ...about, type: "histogram", aggregator: "sum", values };
}

const written = ({ traceId, milliseconds, atMs }: Exemplar) => ({
  labelSet: { trace_id: traceId },
  value: milliseconds / 1000,
  timestamp: atMs / 1000,
});
