import { readFileSync } from "node:fs";

/** Below this a difference is the clock's, not the product's. */
const noiseMs = 0.5;

/** The rows of an earlier report. @throws {Error} when the file is none */
export function readBaseline(file) {
  let read;
  try {
    read = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`the baseline ${file} cannot be read (${error.message})`);
  }
  if (!Array.isArray(read?.rows) || !read.rows.every(isRow))
    throw new Error(`the baseline ${file} is no report of this script`);
  return read.rows;
}

const isRow = (row) => typeof row?.name === "string" && Number(row.alone?.p95) > 0 && Number(row.together?.p95) > 0;

/** What became of each endpoint; slower when its P95 grew by more than the tolerance. */
export function compareWith(earlier, rows, tolerance) {
  return rows.map(({ name, alone, together }) => {
    const before = earlier.find((row) => row.name === name);
    if (!before) return { name, isNew: true, isSlower: false };
    const changes = [
      { of: "one after the other", before: before.alone.p95, now: alone.p95 },
      { of: "many at once", before: before.together.p95, now: together.p95 },
    ].map((change) => ({ ...change, ratio: change.now / change.before }));
    const isSlower = changes.some((change) => change.ratio > 1 + tolerance && change.now - change.before > noiseMs);
    return { name, changes, isSlower };
  });
}
