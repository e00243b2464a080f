import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { emptyContent } from "../../../../shared/catalogue/content-parts.ts";
import type { WorkshopDraft } from "../../../../shared/catalogue/studio-workshop.ts";
import type { WorkshopChanges } from "../../../../shared/catalogue/workshop.ts";
import { ApiError, type ApiProblem } from "../../../api/api-error.ts";
import { DraftStore } from "./draft-store.ts";
import type { Kept } from "./kept-draft.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that keeps one draft, and fails on demand. */
function fakeServer() {
  let draft: WorkshopDraft = {
    id: "0190a000-0000-7000-8000-000000000001",
    status: "draft",
    version: 1,
    content: emptyContent,
    languageStates: { en: "missing", pl: "missing" },
    unpublishedLanguages: [],
    slugs: {},
    canEdit: true,
    canEditSessions: true,
    updatedAt: "2027-01-15T09:00:00.000Z",
  };
  const problems: ApiProblem[] = [];
  const received: WorkshopChanges[] = [];
  return {
    received,
    failNext: (problem: Partial<ApiProblem>) =>
      problems.push({ code: "internal", status: 500, title: "", requestId: "", ...problem }),
    changeElsewhere: (changes: WorkshopChanges) => {
      draft = { ...draft, version: draft.version + 1, content: { ...draft.content, ...changes } };
    },
    load: async () => draft,
    save: async (_: number, changes: WorkshopChanges) => {
      received.push(changes);
      const problem = problems.shift();
      if (problem) throw new ApiError(problem);
      draft = { ...draft, version: draft.version + 1, content: { ...draft.content, ...changes } };
      return draft;
    },
  };
}

async function open() {
  const server = fakeServer();
  let kept: Kept | undefined;
  const keeper = {
    read: () => kept,
    write: (value: Kept | undefined) => {
      kept = value;
    },
  };
  const store = new DraftStore(await server.load(), { server, keeper, now: () => Date.now() });
  return { server, store, kept: () => kept };
}

test("typing is saved once it rests, in one request", async () => {
  const { server, store } = await open();
  store.change({ title: { en: "T" } }, "title");
  await vi.advanceTimersByTimeAsync(500);
  store.change({ title: { en: "Te" } }, "title");
  await vi.advanceTimersByTimeAsync(500);
  expect(server.received).toEqual([]);
  await vi.advanceTimersByTimeAsync(400);
  expect(server.received).toEqual([{ title: { en: "Te" } }]);
  expect(store.get().saving.state).toBe("saved");
});

test("without a network changes stay on the device and are sent again by themselves", async () => {
  const { server, store, kept } = await open();
  server.failNext({ code: "offline", status: 0 });
  store.change({ capacity: 2 }, "capacity");
  await vi.advanceTimersByTimeAsync(900);
  expect(store.get().saving.state).toBe("offline");
  expect(kept()).toEqual({ base: { capacity: null }, changes: { capacity: 2 } });
  await vi.advanceTimersByTimeAsync(2100);
  expect(store.get().saving.state).toBe("saved");
  expect(kept()).toBeUndefined();
});

test("a field that the server refuses is marked and not sent again until it changes", async () => {
  const { server, store } = await open();
  const issues = [{ field: "changes.category", code: "not_a_theme", message: "Not a theme." }];
  server.failNext({ code: "invalid_input", status: 422, issues });
  store.change({ category: "x" }, "category");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.received).toHaveLength(1);
  expect(store.get()).toMatchObject({ saving: { state: "held" }, state: { refused: [{ path: "category" }] } });
  store.change({ category: null }, "category");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(store.get()).toMatchObject({ saving: { state: "saved" }, state: { refused: [] } });
});

test("what somebody else changed meanwhile is taken in, and the same field asks", async () => {
  const { server, store } = await open();
  server.changeElsewhere({ title: { en: "Theirs" }, capacity: 7 });
  server.failNext({ code: "edit_conflict", status: 409 });
  store.change({ title: { en: "Mine" }, summary: { en: "Short" } }, "title");
  await vi.advanceTimersByTimeAsync(5000);
  const { state, saving } = store.get();
  expect(state.content).toMatchObject({ title: { en: "Mine" }, capacity: 7, summary: { en: "Short" } });
  expect(state.conflicts).toEqual([{ field: "title", theirs: { en: "Theirs" } }]);
  expect(saving.state).toBe("held");
  store.resolve("title", true);
  expect(await store.settle()).toMatchObject({ content: { title: { en: "Mine" }, summary: { en: "Short" } } });
});

test("a refusal for good is not tried again until the next change", async () => {
  const { server, store } = await open();
  server.failNext({ code: "forbidden", status: 403 });
  store.change({ capacity: 3 }, "capacity");
  await vi.advanceTimersByTimeAsync(120_000);
  expect(server.received).toHaveLength(1);
  expect(store.get().saving).toMatchObject({ state: "failed", problem: { code: "forbidden" } });
});
