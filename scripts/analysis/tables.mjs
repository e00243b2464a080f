import { textTable } from "../load/table.mjs";

export const ms = (value) => value.toFixed(value < 10 ? 2 : 1);
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
export const change = (ratio) => `${ratio >= 1 ? "+" : "−"}${Math.abs((ratio - 1) * 100).toFixed(0)} %`;

export const measuredHead = [
  "endpoint",
  "P50",
  "P95",
  "P99 ms",
  "P95 busy",
  "P99 busy",
  "requests/s",
  "size",
  "sent",
  "cache",
];

export function measuredCells({ name, alone, together, bytes, sentBytes, encoding, cache }) {
  const times = [alone.p50, alone.p95, alone.p99, together.p95, together.p99].map(ms);
  const sent = encoding === "none" ? kilobytes(sentBytes) : `${kilobytes(sentBytes)} ${encoding}`;
  return [name, ...times, together.perSecond.toFixed(0), kilobytes(bytes), sent, cache];
}

export const measuredText = (rows) => textTable(measuredHead, rows.map(measuredCells));

export function verdictsText(verdicts) {
  const cells = verdicts.map(({ name, limit, measured, holds }) => [name, limit, measured, holds ? "met" : "MISSED"]);
  return textTable(["target", "limit", "the worst", ""], cells);
}

export function comparisonText(comparison) {
  const cells = comparison.map(({ name, isNew, changes, isSlower }) =>
    isNew
      ? [name, "new", "new", ""]
      : [
          name,
          ...changes.map(({ before, now, ratio }) => `${ms(before)} → ${ms(now)} (${change(ratio)})`),
          isSlower ? "SLOWER" : "",
        ],
  );
  return textTable(["P95 against the baseline", "one after the other", "many at once", ""], cells);
}
