import { expect, test } from "vitest";
import { newQuestion } from "../../../shared/questionnaires/question-kinds.ts";
import type { QuestionOf } from "../../../shared/questionnaires/questionnaire.ts";
import { givenChoice, listedOptions, toggled } from "./choice-list.ts";

const question: QuestionOf<"multiple_choice"> = {
  ...(newQuestion("multiple_choice", "01900000-0000-7000-8000-000000000001", "q") as QuestionOf<"multiple_choice">),
  options: ["a", "b", "c", "d"].map((code) => ({ code, label: { en: code.toUpperCase() } })),
  hasOther: true,
  isRandomOrder: true,
};

test("options are shuffled the same way for one response, and other comes last", () => {
  const codes = listedOptions(question, "seed", "en").map(({ value }) => value);
  expect(codes).toEqual(listedOptions(question, "seed", "en").map(({ value }) => value));
  expect(codes.toSorted()).toEqual(["a", "b", "c", "d", "other"]);
  expect(codes.at(-1)).toBe("other");
});

test("a label in the other language says so", () => {
  expect(listedOptions(question, "seed", "pl")[0]?.lang).toBe("en");
  expect(listedOptions(question, "seed", "en")[0]?.lang).toBeUndefined();
});

test("with at most one choice a new one takes the place of the old", () => {
  expect(toggled(["a"], "b", 1)).toEqual(["b"]);
  expect(toggled(["a"], "b", 2)).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a", null)).toEqual(["b"]);
});

test("an answer of another form is read as nothing", () => {
  expect(givenChoice({ choice: "a", other: "x" })).toEqual({ choices: ["a"], other: "x" });
  expect(givenChoice("a")).toEqual({ choices: [], other: "" });
});
