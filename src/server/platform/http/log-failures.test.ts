import { expect, test } from "vitest";
import { AppError } from "../../../shared/kernel/error.ts";
import { createLog } from "../logging/log.ts";
import { createFailureLog } from "./log-failures.ts";

test("an outage is a line in ten seconds with a count; other faults of ours are a line each, callers' are none", () => {
  const lines: { requestId: string; alikeSinceLast?: number }[] = [];
  const destination = { write: (line: string) => lines.push(JSON.parse(line)) };
  let at = 0;
  const logFailure = createFailureLog(createLog({ level: "info", isPretty: false, destination }), () => at);
  const fails = (code: "unavailable" | "internal" | "not_found", requestId: string) => {
    const told = new AppError(code);
    logFailure({ requestId, error: told, told });
  };
  for (let n = 0; n < 1_000; n++) fails("unavailable", "away");
  fails("internal", "bug");
  fails("internal", "bug");
  fails("not_found", "theirs");
  at = 9_999;
  fails("unavailable", "away");
  at = 10_000;
  fails("unavailable", "away");
  expect(lines.map(({ requestId, alikeSinceLast }) => [requestId, alikeSinceLast])).toEqual([
    ["away", 0],
    ["bug", undefined],
    ["bug", undefined],
    ["away", 1_000],
  ]);
});
