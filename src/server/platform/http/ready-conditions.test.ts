import { expect, test } from "vitest";
import { isKnownTo } from "./ready-conditions.ts";

const etag = '"abc-br"';

test.each([etag, `W/${etag}`, "*", " * ", `"x", ${etag}`, `"x",${etag} , W/"y"`, `,, ${etag}`, `"a,b", ${etag}`])(
  "%s names it",
  (header) => {
    expect(isKnownTo(header, etag)).toBe(true);
  },
);

test.each([
  "",
  '"abc"',
  '"abc-gz"',
  "abc-br",
  `w/${etag}`,
  `${etag}x`,
  `x${etag}`,
  `${etag} "y"`,
  `${etag}, y`,
  `"unclosed, ${etag}`,
  `*, ${etag}`,
  '"a\u0001b"',
])("%j does not, or cannot be read", (header) => {
  expect(isKnownTo(header, etag)).toBe(false);
});

test("a long header that ends badly is read once, not over and over", () => {
  expect(isKnownTo(`${'"x" ,'.repeat(3_000)}"`, etag)).toBe(false);
});
