import { describe, expect, test } from "vitest";
import { emptyContent } from "./content-parts.ts";
import { languageState, staleAfter, unpublishedLanguages } from "./language-states.ts";

const before = { ...emptyContent, title: { en: "Team", pl: "Zespół" }, summary: { en: "Short" } };

describe("stale texts", () => {
  test("a revised English text leaves the Polish one behind, until that is changed too", () => {
    const revised = { ...before, title: { en: "Teams", pl: "Zespół" } };
    const stale = staleAfter({}, before, revised);
    expect(stale).toEqual({ en: [], pl: ["title"] });
    const later = { ...revised, capacity: 3 };
    expect(staleAfter(stale, revised, later)).toEqual({ en: [], pl: ["title"] });
    expect(staleAfter(stale, later, { ...later, title: { en: "Teams", pl: "Zespoły" } })).toEqual({ en: [], pl: [] });
  });

  test("translating a text makes nothing stale", () => {
    expect(staleAfter({}, before, { ...before, summary: { en: "Short", pl: "Krótko" } })).toEqual({ en: [], pl: [] });
  });

  test("revising both at once makes nothing stale", () => {
    expect(staleAfter({}, before, { ...before, title: { en: "Teams", pl: "Zespoły" } })).toEqual({ en: [], pl: [] });
  });
});

test("a language is missing, draft, published or stale", () => {
  const facts = { content: { ...emptyContent, title: { en: "Team" } }, publishedLanguages: [], staleFields: {} };
  expect(languageState(facts, "pl")).toBe("missing");
  expect(languageState(facts, "en")).toBe("draft");
  expect(languageState({ ...facts, publishedLanguages: ["en"] }, "en")).toBe("published");
  expect(languageState({ ...facts, publishedLanguages: ["en"], staleFields: { en: ["title"] } }, "en")).toBe("stale");
});

test("a language is unpublished when its texts, or what belongs to no language, differ from the public page", () => {
  const facts = { content: before, publishedLanguages: ["en", "pl"] as const, staleFields: {} };
  const published = { byLanguage: { en: before, pl: before }, latest: before };
  expect(unpublishedLanguages(facts, published)).toEqual([]);
  const polish = { ...facts, content: { ...before, title: { en: "Team", pl: "Zespoły" } } };
  expect(unpublishedLanguages(polish, published)).toEqual(["pl"]);
  expect(unpublishedLanguages({ ...facts, content: { ...before, capacity: 9 } }, published)).toEqual(["en", "pl"]);
});
