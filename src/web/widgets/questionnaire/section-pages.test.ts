import { expect, test } from "vitest";
import { content, sectionIds } from "./content.testing.ts";
import { firstFaultyPage, issuesOn, pageIndex, sectionPages } from "./section-pages.ts";

test("only sections that are shown are pages, and questions are numbered through", () => {
  expect(sectionPages(content, {}).map(({ firstNumber }) => firstNumber)).toEqual([1, 3]);
  expect(sectionPages(content, { joined: true }).map(({ firstNumber }) => firstNumber)).toEqual([1, 3, 4]);
});

test("a page that has been hidden gives way to the one before it", () => {
  const [first = "", second = "", third = ""] = sectionIds;
  const pages = sectionPages(content, { joined: false });
  expect(pageIndex(content, pages, second)).toBe(0);
  expect(pageIndex(content, pages, third)).toBe(1);
  expect(pageIndex(content, pages, first)).toBe(0);
  expect(pageIndex(content, pages, null)).toBe(0);
});

test("the first page with a fault is found, whatever page one is on", () => {
  const pages = sectionPages(content, {});
  expect(firstFaultyPage(pages, {})?.section.id).toBe(sectionIds[2]);
  expect(firstFaultyPage(pages, { age: 40 })).toBeUndefined();
  const [, last] = pages;
  expect(last && issuesOn(last, { age: "forty" })).toEqual([{ field: "age", code: "malformed", params: {} }]);
});
