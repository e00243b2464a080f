import { expect, test } from "vitest";
import { traceParentOf } from "./traceparent.ts";

const id = "4bf92f3577b34da6a3ce929d0e0e4736";
const span = "00f067aa0ba902b7";

test("a trace is known by its ids, also in a later version of the header", () => {
  expect(traceParentOf(`00-${id}-${span}-01`)).toEqual({ traceId: id, spanId: span, flags: 1 });
  expect(traceParentOf(`01-${id}-${span}-00-more`)).toEqual({ traceId: id, spanId: span, flags: 0 });
});

test("whatever is no trace is none, so that nothing else gets into the log or beside a bucket", () => {
  const wrong = [
    undefined,
    "",
    id,
    [`00-${id}-${span}-01`],
    `00-${id.toUpperCase()}-${span}-01`,
    `00-${"0".repeat(32)}-${span}-01`,
    `00-${id}-${"0".repeat(16)}-01`,
    `ff-${id}-${span}-01`,
    `00-${id}"}-${span}-01`,
    `00-${id}-${span}-01x`,
  ];
  expect(wrong.map(traceParentOf)).toEqual(wrong.map(() => undefined));
});
