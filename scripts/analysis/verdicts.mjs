/** The guide's targets and ours, each held against the worst endpoint, so that none hides behind the others. */
const targets = [
  { name: "P95 with many at once, the guide's", limit: 400, of: ({ together }) => together.p95 },
  { name: "P99 with many at once, the guide's", limit: 600, of: ({ together }) => together.p99 },
  { name: "P95 one after the other", limit: 25, of: ({ alone }) => alone.p95 },
  { name: "P99 one after the other", limit: 60, of: ({ alone }) => alone.p99 },
];
const guideErrorShare = 0.05;
const compressFromBytes = 1024;

/** Each target with the endpoint that comes closest to missing it. Limits of time are `slack` times as wide. */
export function verdictsOf(rows, slack = 1) {
  const timed = targets.map(({ name, limit: strict, of }) => {
    const limit = strict * slack;
    const worst = rows.reduce((one, other) => (of(other) > of(one) ? other : one));
    return {
      name,
      limit: `≤ ${limit} ms`,
      measured: `${of(worst).toFixed(1)} ms (${worst.name})`,
      holds: of(worst) <= limit,
    };
  });
  return [...timed, errors(rows), errorShare(rows), compression(rows)];
}

const failuresOf = ({ alone, together }) => alone.failures + together.failures;
const countOf = ({ alone, together }) => alone.count + together.count;
const sum = (rows, of) => rows.reduce((total, row) => total + of(row), 0);

function errors(rows) {
  const failures = sum(rows, failuresOf);
  return { name: "failed requests", limit: "0", measured: String(failures), holds: failures === 0 };
}

function errorShare(rows) {
  const share = sum(rows, failuresOf) / sum(rows, countOf);
  const measured = `${(share * 100).toFixed(2)} %`;
  return { name: "share of errors, the guide's", limit: "< 5 %", measured, holds: share < guideErrorShare };
}

function compression(rows) {
  const plain = rows.filter(({ bytes, encoding }) => bytes > compressFromBytes && encoding === "none");
  const measured = plain.length === 0 ? "all" : `${plain.length} are not (${plain[0].name})`;
  return { name: "compressed from 1,024 bytes", limit: "all", measured, holds: plain.length === 0 };
}
