import { expect, test } from "vitest";
import { pathOf } from "./sparkline.tsx";

test("a curve rises with its figures and breaks where nothing was measured", () => {
  expect(pathOf([0, 10, null, 5, 10], 10)).toBe("M0.0 46.0L60.0 2.0M180.0 24.0L240.0 2.0");
});
