import { createHistogram } from "./histogram.mjs";

const shownFailures = 10;

/** Counts what happens, for each step of each journey. */
export function createRecord() {
  const steps = new Map();
  const failedChecks = new Map();
  const failures = [];
  return {
    /** A request of a journey with its answer. */
    request(journey, { name, method, expects }, { status, milliseconds, text }) {
      const key = `${journey}/${name}`;
      const step = steps.get(key) ?? newStep(journey, name, method === "GET");
      steps.set(key, step);
      step.times.add(milliseconds);
      if (status === 0 || status >= 400) step.codes[status] = (step.codes[status] ?? 0) + 1;
      if (expects.includes(status)) return;
      step.errors += 1;
      if (failures.length < shownFailures) failures.push(`${key}: ${status} ${text.slice(0, 200)}`);
    },
    /** A check that did not hold. */
    failedCheck(journey, { name, found }) {
      const key = `${journey}/${name}`;
      failedChecks.set(key, { count: (failedChecks.get(key)?.count ?? 0) + 1, found: found.slice(0, 200) });
    },
    get steps() {
      return [...steps.values()];
    },
    get failures() {
      return [
        ...failures,
        ...[...failedChecks].map(([key, { count, found }]) => `${key}: failed ${count} times (${found})`),
      ];
    },
    summary: () => summaryOf([...steps.values()], failedChecks),
  };
}

function newStep(journey, name, isRead) {
  return { journey, name, isRead, times: createHistogram(), codes: {}, errors: 0 };
}

/** One line about requests taken together. */
export function lineOf(steps) {
  const times = createHistogram();
  for (const step of steps) times.merge(step.times);
  const codes = {};
  for (const step of steps)
    for (const [code, count] of Object.entries(step.codes)) codes[code] = (codes[code] ?? 0) + count;
  return {
    count: times.count,
    p50: times.percentile(0.5),
    p95: times.percentile(0.95),
    p99: times.percentile(0.99),
    max: times.max,
    errors: steps.reduce((sum, { errors }) => sum + errors, 0),
    codes,
  };
}

function summaryOf(steps, failedChecks) {
  return {
    all: lineOf(steps),
    reads: lineOf(steps.filter(({ isRead }) => isRead)),
    writes: lineOf(steps.filter(({ isRead }) => !isRead)),
    failedChecks: [...failedChecks.values()].reduce((sum, { count }) => sum + count, 0),
  };
}
