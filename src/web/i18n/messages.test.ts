import { describe, expect, test } from "vitest";
import { roles } from "../../shared/kernel/permission.ts";
import { messagesFor } from "./messages.ts";
import { validationMessage } from "./validation-message.ts";

describe("the shared words", () => {
  test("every role has a name in both languages", () => {
    for (const language of ["en", "pl"] as const) {
      expect(Object.keys(messagesFor(language).roles).sort()).toEqual([...roles].sort());
    }
    expect(messagesFor("en").roles.editor).toBe("Sociologist-editor");
  });
});

describe("a refused field", () => {
  test("is told its limit, inflected", () => {
    expect(validationMessage("en", "too_short", { limit: 1 })).toBe("Please write at least 1 character");
    expect(validationMessage("pl", "too_short", { limit: 3 })).toBe("Napisz co najmniej 3 znaki");
    expect(validationMessage("pl", "too_long", { limit: 500 })).toBe("Napisz najwyżej 500 znaków");
    expect(validationMessage("pl", "too_early", { earliest: "2027-01-15" })).toBe("Najwcześniej: 15 stycznia 2027");
    expect(validationMessage("en", "too_late", { latest: "14:30" })).toBe("Must be 14:30 or earlier");
    expect(validationMessage("pl", "too_many_choices", { limit: 2 })).toBe("Wybierz najwyżej 2 odpowiedzi");
    expect(validationMessage("pl", "too_low", { minimum: 0.5 })).toBe("Najmniejsza możliwa wartość to 0,5");
  });

  test("a code without a text of its own, or without its limit, gives the general one", () => {
    for (const code of ["summary", "toString", "made_up", "too_short"]) {
      expect(validationMessage("en", code)).toBe("Please check this answer");
    }
  });
});
