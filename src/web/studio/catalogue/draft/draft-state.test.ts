import { describe, expect, test } from "vitest";
import { emptyContent } from "../../../../shared/catalogue/content-parts.ts";
import type { WorkshopDraft } from "../../../../shared/catalogue/studio-workshop.ts";
import type { DraftSession, WorkshopContent } from "../../../../shared/catalogue/workshop.ts";
import * as drafts from "./draft-state.ts";
import { resumeDraft } from "./kept-draft.ts";

const saved = (content: Partial<WorkshopContent>, version = 1): WorkshopDraft => ({
  id: "0190a000-0000-7000-8000-000000000001",
  status: "draft",
  version,
  content: { ...emptyContent, ...content },
  languageStates: { en: "draft", pl: "missing" },
  unpublishedLanguages: ["en"],
  slugs: {},
  canEdit: true,
  canEditSessions: true,
  updatedAt: "2027-01-15T09:00:00.000Z",
});
const session = (id: string, startsAt: string): DraftSession => ({
  id,
  title: {},
  description: {},
  startsAt,
  endsAt: startsAt.replace("T09", "T11"),
  locationId: null,
  onlineUrl: null,
  capacity: null,
});
const typed = (state: drafts.DraftState, changes: Partial<WorkshopContent>, at = 0) =>
  drafts.changeContent(state, changes, { place: Object.keys(changes).join(), at });

describe("a draft in the editor", () => {
  test("sends only what changed, without spaces around it and without empty texts", () => {
    const state = typed(drafts.startDraft(saved({ title: { en: "Old", pl: "Stary" } })), {
      title: { en: " New ", pl: " " },
      summary: { en: "" },
      objectives: [{ en: "Listen" }, {}, { pl: "  " }],
    });
    expect(drafts.sendable(state)).toEqual({ title: { en: "New" }, objectives: [{ en: "Listen" }] });
  });

  test("sends sessions in the order of time", () => {
    const [later, sooner] = [session("b", "2027-03-02T09:00:00.000Z"), session("a", "2027-03-01T09:00:00.000Z")];
    const state = typed(drafts.startDraft(saved({})), { sessions: [later, sooner] });
    expect(drafts.sendable(state).sessions).toEqual([sooner, later]);
  });

  test("keeps back a field with a mistake and sends the others", () => {
    const state = typed(drafts.startDraft(saved({})), { onlineUrl: "meet me", capacity: 12 });
    expect(drafts.sendable(state)).toEqual({ capacity: 12 });
    expect(drafts.issuesOf(state)).toMatchObject([{ path: "onlineUrl", code: "invalid_url" }]);
  });

  test("keeps a space typed while a save was under way", () => {
    const state = typed(drafts.startDraft(saved({})), { title: { en: "Team " } });
    const after = drafts.absorb(state, saved({ title: { en: "Team" } }, 2), drafts.sendable(state));
    expect(after.content.title.en).toBe("Team ");
    expect(drafts.unsaved(after)).toEqual({});
  });

  test("keeps what was typed back to the old text while the new one was being saved", () => {
    const sent = typed(drafts.startDraft(saved({ capacity: 2 })), { capacity: 3 });
    const back = typed(sent, { capacity: 2 });
    const after = drafts.absorb(back, saved({ capacity: 3 }, 2), drafts.sendable(sent));
    expect(after.content.capacity).toBe(2);
    expect(drafts.sendable(after)).toEqual({ capacity: 2 });
  });

  test("merges two people's languages and asks about the same one", () => {
    const state = typed(drafts.startDraft(saved({ title: { en: "A" } })), { title: { en: "B" } });
    const polish = drafts.absorb(state, saved({ title: { en: "A", pl: "Ą" } }, 2));
    expect(polish.content.title).toEqual({ en: "B", pl: "Ą" });
    const english = drafts.absorb(state, saved({ title: { en: "C" } }, 2));
    expect(english.conflicts).toEqual([{ field: "title", theirs: { en: "C" } }]);
    expect(drafts.sendable(english)).toEqual({});
    const mine = drafts.resolve(english, "title", { keepsMine: true, at: 0 });
    expect(drafts.sendable(mine)).toEqual({ title: { en: "B" } });
    const theirs = drafts.resolve(english, "title", { keepsMine: false, at: 0 });
    expect(theirs.content.title).toEqual({ en: "C" });
  });

  test("takes back one run of typing at a time, and leaves what others changed", () => {
    let state = drafts.startDraft(saved({ title: { en: "" } }));
    for (const [index, text] of ["T", "Te", "Team"].entries())
      state = typed(state, { title: { en: text } }, index * 100);
    state = typed(state, { capacity: 5 }, 10_000);
    state = drafts.absorb(state, saved({ title: { en: "Team" }, capacity: 5, category: "teams" }, 2), {
      title: { en: "Team" },
      capacity: 5,
    });
    state = drafts.undo(drafts.undo(state));
    expect(state.content).toMatchObject({ title: { en: "" }, capacity: null, category: "teams" });
    expect(drafts.redo(state).content.title.en).toBe("Team");
    expect(drafts.redo(drafts.redo(state)).content.capacity).toBe(5);
  });

  test("kept on the device is merged with what happened since", () => {
    const kept = { base: { title: { en: "A" }, capacity: null }, changes: { title: { en: "B" }, capacity: 9 } };
    const state = resumeDraft(saved({ title: { en: "C" } }, 7), kept);
    expect(state.conflicts).toMatchObject([{ field: "title" }]);
    expect(drafts.sendable(state)).toEqual({ capacity: 9 });
  });

  test("of which only the sessions may be changed sends nothing else", () => {
    const state = drafts.startDraft({ ...saved({}), canEdit: false });
    const changed = typed(state, { title: { en: "No" }, sessions: [session("a", "2027-03-01T09:00:00.000Z")] });
    expect(Object.keys(drafts.sendable(changed))).toEqual(["sessions"]);
  });
});
