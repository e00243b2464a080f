import { barChart, escapeHtml } from "./chart.mjs";
import { change, kilobytes, measuredCells, measuredHead, ms } from "./tables.mjs";

const style = `
:root { color-scheme: light dark; --back: #fbfaf7; --text: #23211d; --soft: #6a665d; --line: #ddd8cc; --one: #1f6f68; --two: #c9772b; --three: #8a3b5c; --good: #1d6b3a; --bad: #a3261f; }
@media (prefers-color-scheme: dark) { :root { --back: #191815; --text: #ece8df; --soft: #a8a294; --line: #3b382f; --one: #5fb7ae; --two: #e7a25c; --three: #d389a8; --good: #74c48f; --bad: #f0857d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 1.25rem; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .25rem; } h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; color: var(--soft); overflow-wrap: anywhere; }
.verdict { font-weight: 650; } .met { color: var(--good); } .missed { color: var(--bad); font-weight: 650; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .375rem .75rem .375rem 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { color: var(--soft); font-weight: 500; } tr > :first-child { text-align: left; }
figure { margin: 1rem 0; } figcaption { font-size: .875rem; color: var(--soft); margin-bottom: .5rem; }
svg { width: 100%; max-width: 44rem; height: auto; font: 15px system-ui, sans-serif; } svg text { fill: var(--text); } svg .value { fill: var(--soft); font-size: 13px; }
.bar-0 { fill: var(--one); } .bar-1 { fill: var(--two); } .bar-2 { fill: var(--three); }
.key::before { content: ""; display: inline-block; width: .75em; height: .75em; border-radius: 2px; margin: 0 .25em 0 .75em; }
.key-0::before { background: var(--one); } .key-1::before { background: var(--two); } .key-2::before { background: var(--three); }
@media (max-width: 40rem) { svg { font-size: 21px; } svg .value { font-size: 18px; } td:first-child { white-space: normal; } }
`;

/** The report as one file that needs nothing else. */
export function pageOf({ about, rows, verdicts, comparison }) {
  const isMet = verdicts.every(({ holds }) => holds) && (comparison?.every(({ isSlower }) => !isSlower) ?? true);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Performance of ${escapeHtml(about.address)}</title>
<style>${style}</style>
</head>
<body>
<h1>Performance of ${escapeHtml(about.address)}</h1>
<p class="verdict ${isMet ? "met" : "missed"}">${isMet ? "All targets are met." : "A target was missed."}</p>
<p>${escapeHtml(about.at)}, commit ${escapeHtml(about.commit)}, ${about.cores} cores with a load of ${about.load.toFixed(1)} when it began;
${about.options.requests} requests one after the other, then ${about.options.seconds} s with ${about.options.concurrency} at once.${about.options.slack > 1 ? ` Limits are ${about.options.slack} times as wide as usual.` : ""}</p>
<h2>Targets</h2>
${table(
  ["target", "", "limit", "the worst"],
  verdicts.map(({ name, limit, measured, holds }) => [name, mark(holds, "met", "missed"), limit, escapeHtml(measured)]),
)}
${comparison ? comparisonOf(comparison) : ""}
<h2>Time to the last byte</h2>
${barChart({ title: "One after the other, ms", series: ["P50", "P95", "P99"], rows: rows.map(({ name, alone }) => ({ name, values: [alone.p50, alone.p95, alone.p99] })), format: ms })}
${barChart({ title: `${about.options.concurrency} at once, ms`, series: ["P50", "P95", "P99"], rows: rows.map(({ name, together }) => ({ name, values: [together.p50, together.p95, together.p99] })), format: ms })}
<h2>Requests a second</h2>
${barChart({ title: `${about.options.concurrency} at once`, series: ["requests/s"], rows: rows.map(({ name, together }) => ({ name, values: [together.perSecond] })), format: (value) => value.toFixed(0) })}
<h2>Size</h2>
${barChart({ title: "kB", series: ["whole", "as sent"], rows: rows.map(({ name, bytes, sentBytes }) => ({ name, values: [bytes, sentBytes] })), format: kilobytes })}
<h2>All figures</h2>
${table(
  measuredHead,
  rows.map((row) => measuredCells(row).map(escapeHtml)),
)}
</body>
</html>
`;
}

function comparisonOf(comparison) {
  const cells = comparison.map(({ name, isNew, changes, isSlower }) =>
    isNew
      ? [name, "new", "new", ""]
      : [
          name,
          ...changes.map(({ before, now, ratio }) => `${ms(before)} → ${ms(now)} (${change(ratio)})`),
          mark(!isSlower, "", "slower"),
        ],
  );
  return `<h2>Against the baseline</h2>\n${table(["P95, ms", "one after the other", "many at once", ""], cells)}`;
}

const mark = (holds, good, bad) => `<span class="${holds ? "met" : "missed"}">${holds ? good : bad}</span>`;

/** The cells are HTML. */
function table(head, rows) {
  const line = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return `<div class="scroll" tabindex="0"><table><thead>${line(head, "th")}</thead><tbody>${rows.map((row) => line(row, "td")).join("")}</tbody></table></div>`;
}
