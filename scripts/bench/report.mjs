const whole = (value) => Math.round(value).toLocaleString("en");
const micro = (value) => `${Math.round(value)} µs`;
const ratio = (value) => value.toFixed(2);

const atMost = (limit, text) => ({ text, holds: (value) => value <= limit });
const atLeast = (limit, text) => ({ text, holds: (value) => value >= limit });

/** A figure beside its budget. Where a system does not tell how much was used, there is neither figure nor verdict. */
function row(what, budget, { value, text }) {
  const isKnown = Number.isFinite(value);
  return {
    ...{ what, budget: budget.text, measured: isKnown ? text : "–", value: isKnown ? value : null },
    isWithin: isKnown ? budget.holds(value) : undefined,
  };
}

/** Every figure beside its budget. */
export function rowsOf({ starts, cached, uncached, stemMs }) {
  const bareCpu = cached[0]?.bare.cpuMicroseconds;
  return [
    row("first start on an empty folder, until ready", atMost(4000, "≤ 4 s"), asSeconds(starts.first.median)),
    row("later start, until ready", atMost(1200, "≤ 1.2 s"), asSeconds(starts.later.median)),
    row("memory of the app at rest", atMost(140, "≤ 140 MB"), {
      value: starts.restMegabytes,
      text: `${Math.round(starts.restMegabytes)} MB`,
    }),
    ...cached.flatMap(rowsOfCached),
    ...uncached.flatMap((one) => rowsOfUncached(one, bareCpu)),
    row("Polish stems of 2,000 characters", noBudget, { value: stemMs, text: `${stemMs.toFixed(2)} ms` }),
  ];
}

const noBudget = { text: "none", holds: () => undefined };
const asSeconds = (milliseconds) => ({ value: milliseconds, text: `${(milliseconds / 1000).toFixed(2)} s` });

function rowsOfCached({ name, bytes, product, bare }) {
  const label = `${name}, from the cache (${(bytes / 1000).toFixed(1)} kB)`;
  const speed = product.perSecond / bare.perSecond;
  const cpu = product.cpuMicroseconds / bare.cpuMicroseconds;
  return [
    row(`${label}: requests/s`, atLeast(0.85, "≥ 0.85 × bare node:http"), {
      value: speed,
      text: `${ratio(speed)} × (${whole(product.perSecond)} of ${whole(bare.perSecond)})`,
    }),
    row(`${label}: CPU a request`, atMost(1.2, "≤ 1.2 × bare node:http"), {
      value: cpu,
      text: `${ratio(cpu)} × (${micro(product.cpuMicroseconds)} of ${micro(bare.cpuMicroseconds)})`,
    }),
  ];
}

function rowsOfUncached({ name, product, sql }, bareCpu) {
  const label = `${name}, cache of no use`;
  const speed = product.perSecond / sql.perSecond;
  const extra = product.cpuMicroseconds - bareCpu;
  return [
    row(`${label}: requests/s`, atLeast(0.5, "≥ 0.5 × the same SQL, pipelined"), {
      value: speed,
      text: `${ratio(speed)} × (${whole(product.perSecond)} of ${whole(sql.perSecond)})`,
    }),
    row(`${label}: CPU of the app a request`, atMost(60, "≤ 60 µs more than bare node:http"), {
      value: extra,
      text: `${Math.round(extra)} µs more (${micro(product.cpuMicroseconds)})`,
    }),
  ];
}

const verdicts = new Map([
  [true, "within"],
  [false, "over"],
  [undefined, ""],
]);

/** The figures as a page for people. */
export function pageOf(rows, { machine, commit, at, isQuiet, settings }) {
  const lines = rows.map(
    ({ what, budget, measured, isWithin }) => `| ${what} | ${budget} | ${measured} | ${verdicts.get(isWithin)} |`,
  );
  return `# Benchmarks

Written by \`npm run bench\`, at ${at}, commit ${commit}, ${machine}.
${isQuiet ? "" : "\nThe machine was busy with other work while this ran: read the ratios with care, and the times not at all.\n"}
Medians; ${settings.rounds} × ${settings.seconds} s for each, taken in turns with the floor they are compared to; ${settings.workshops.toLocaleString("en")} workshops; loopback.

| what | budget | measured | |
|---|---|---|---|
${lines.join("\n")}
`;
}
