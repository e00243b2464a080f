// Stands in for the module `k6`, as far as our script uses it.
import { recorded } from "./recorded.mjs";

export function check(value, claims, tags = {}) {
  const results = Object.entries(claims).map(([name, claim]) => {
    const holds = Boolean(claim(value));
    recorded.checks.push({ name, holds, tags });
    return holds;
  });
  return results.every(Boolean);
}

export function sleep(seconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
}
