import { lineOf } from "./record.mjs";

const ms = (value) => (value === undefined ? "–" : value < 10 ? value.toFixed(1) : String(Math.round(value)));

/** A table of text whose columns line up; the first column is on the left, all others on the right. */
export function textTable(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("  ");
  return [line(head), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}

const head = ["journey / step", "requests", "P50", "P95", "P99", "max ms", "errors", "4xx and 5xx"];

/** Every step of every journey, and all of them together. */
export function tableOf(record) {
  const byJourney = groupBy(record.steps);
  const rows = [...byJourney].flatMap(([journey, steps]) => [
    row(journey, lineOf(steps)),
    ...steps.map((step) => row(`  ${step.name}`, lineOf([step]))),
  ]);
  const { all, reads, writes } = record.summary();
  return textTable(head, [...rows, row("reads", reads), row("writes", writes), row("all", all)]);
}

function groupBy(steps) {
  const groups = new Map();
  for (const step of steps) groups.set(step.journey, [...(groups.get(step.journey) ?? []), step]);
  return groups;
}

function row(name, { count, p50, p95, p99, max, errors, codes }) {
  const codeText = Object.entries(codes).map(([code, times]) => `${times} × ${code === "0" ? "none" : code}`);
  return [name, count.toLocaleString("en"), ms(p50), ms(p95), ms(p99), ms(max), String(errors), codeText.join(", ")];
}

/** What was measured beside what it must be. */
export function verdictText(targets) {
  const rows = targets.map(({ what, limit, measured, holds }) => [what, limit, measured, holds ? "met" : "MISSED"]);
  return textTable(["target", "limit", "measured", ""], rows);
}

/** A target of milliseconds; without a figure it cannot be met. */
export function atMostMs(what, limit, value) {
  return {
    what,
    limit: `≤ ${limit} ms`,
    measured: `${ms(value)} ms`,
    value,
    holds: value !== undefined && value <= limit,
  };
}

export function none(what, value) {
  return { what, limit: "0", measured: String(value), value, holds: value === 0 };
}
