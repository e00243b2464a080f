import { expect, test } from "vitest";
import type { QuestionnaireDraft } from "../../../../shared/questionnaires/contract.ts";
import * as builder from "./builder-state.ts";

const draft: QuestionnaireDraft = {
  id: "01900000-0000-7000-8000-000000000001",
  workshopId: null,
  status: "draft",
  currentVersion: null,
  version: 1,
  content: { title: { en: "One" }, introduction: {}, thanks: {}, sections: [] },
  settings: { audience: "anyone", identityMode: "anonymous", opensAt: null, closesAt: null },
  languageStates: { en: "draft", pl: "missing" },
  hasUnpublishedChanges: true,
  isIdentityModeLocked: false,
  canEdit: true,
  updatedAt: "2027-01-15T09:00:00.000Z",
};
const titled = (en: string) => ({ content: { ...draft.content, title: { en } } });
const at = (ms: number, place = "title") => ({ place, at: ms });

test("typing on in one place is one step to undo, and undo can be undone", () => {
  let state = builder.startState(draft);
  state = builder.change(state, titled("Tw"), at(0));
  state = builder.change(state, titled("Two"), at(500));
  state = builder.change(state, titled("Three"), at(9_000));
  state = builder.undo(state);
  expect(state.content.title.en).toBe("Two");
  state = builder.undo(state);
  expect(state.content.title.en).toBe("One");
  expect(builder.undo(state)).toBe(state);
  expect(builder.redo(builder.redo(state)).content.title.en).toBe("Three");
});

test("spaces around a text and empty texts are not worth saving", () => {
  const state = builder.change(
    builder.startState(draft),
    { content: { ...draft.content, title: { en: "One ", pl: " " } } },
    at(0),
  );
  expect(builder.unsaved(state)).toBeUndefined();
});

test("content of ours and settings of theirs go together", () => {
  const state = builder.change(builder.startState(draft), titled("Mine"), at(0));
  const newer = { ...draft, version: 2, settings: { ...draft.settings, identityMode: "identified" as const } };
  const merged = builder.absorbNewer(state, newer);
  expect(merged).toMatchObject({
    theirs: null,
    content: { title: { en: "Mine" } },
    settings: { identityMode: "identified" },
  });
  expect(builder.unsaved(merged)).toEqual(titled("Mine"));
});

test("where both changed content the person chooses, and can take the choice back", () => {
  const state = builder.change(builder.startState(draft), titled("Mine"), at(0));
  const newer = { ...draft, version: 2, ...titled("Theirs") };
  const conflict = builder.absorbNewer(state, newer);
  expect(conflict.theirs).toBe(newer);
  expect(builder.unsaved(builder.resolve(conflict, "mine", 1))).toEqual(titled("Mine"));
  const theirs = builder.resolve(conflict, "theirs", 1);
  expect(builder.unsaved(theirs)).toBeUndefined();
  expect(builder.undo(theirs).content.title.en).toBe("Mine");
});
