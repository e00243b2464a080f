import { expect, test } from "vitest";
import { traceIdOf } from "./count-requests.ts";

const id = "4bf92f3577b34da6a3ce929d0e0e4736";

test("a trace is known by its id, also in a later version of the header", () => {
  expect(traceIdOf(`00-${id}-00f067aa0ba902b7-01`)).toBe(id);
  expect(traceIdOf(`01-${id}-00f067aa0ba902b7-01-more`)).toBe(id);
});

test("whatever is no trace is none, so that nothing else gets into the log or beside a bucket", () => {
  const wrong = [
    undefined,
    "",
    id,
    [`00-${id}-00f067aa0ba902b7-01`],
    `00-${id.toUpperCase()}-00f067aa0ba902b7-01`,
    `00-${"0".repeat(32)}-00f067aa0ba902b7-01`,
    `ff-${id}-00f067aa0ba902b7-01`,
    `00-${id}"}-00f067aa0ba902b7-01`,
    `00-${id}-00f067aa0ba902b7-01x`,
  ];
  expect(wrong.map(traceIdOf)).toEqual(wrong.map(() => undefined));
});
