import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PublishedQuestionnaire } from "../../../shared/questionnaires/questionnaire.ts";
import { content, questionnaire } from "./content.testing.ts";
import { fakeServer, memory, refusal, respond } from "./fake-server.testing.ts";
import type { LocalCopies } from "./local-copy.ts";
import { ResponseStore } from "./response-store.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function opened(parts: { questionnaire?: PublishedQuestionnaire; copies?: LocalCopies } = {}) {
  const fake = fakeServer();
  const copies = parts.copies ?? memory();
  const store = new ResponseStore({
    questionnaire: parts.questionnaire ?? questionnaire,
    language: "en",
    copies,
    server: fake.server,
    now: () => new Date("2027-01-15T09:00:00Z"),
  });
  return { store, ...fake, copies };
}

const settle = () => vi.advanceTimersByTimeAsync(1_500);
const identified = { ...questionnaire, identityMode: "identified" as const };

describe("saving", () => {
  test("a change is on the device at once and on the server a moment later, once for all that was typed", async () => {
    const { store, saves, copies } = await opened();
    await store.open();
    store.answer("name", "A");
    store.answer("name", "Ad");
    store.answer("name", "Ada");
    expect(copies.read()?.answers).toEqual({ name: "Ada" });
    expect(saves).toHaveLength(0);
    await settle();
    expect(saves).toEqual([{ version: 1, language: "en", answers: { name: "Ada" }, baseRevision: 0 }]);
    expect(store.snapshot().saving.state).toBe("saved");
    store.answer("name", "Ada L");
    await settle();
    expect(saves.at(-1)?.baseRevision).toBe(1);
  });

  test("answers to hidden questions are not sent, and wait here until they are shown again", async () => {
    const { store, saves } = await opened();
    await store.open();
    store.answer("joined", true);
    store.answer("story", "Long ago");
    await settle();
    store.answer("joined", false);
    await settle();
    expect(saves.at(-1)?.answers).toEqual({ joined: false });
    store.answer("joined", true);
    await settle();
    expect(saves.at(-1)?.answers).toEqual({ joined: true, story: "Long ago" });
  });

  test("offline it says so, keeps all, and tries again until it is through", async () => {
    const { store, saves, refusals, read } = await opened();
    await store.open();
    refusals.push(refusal("offline"), refusal("offline"));
    store.answer("name", "Ada");
    await settle();
    expect(store.snapshot().saving.state).toBe("offline");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saves).toHaveLength(3);
    expect(read()?.answers).toEqual({ name: "Ada" });
    expect(store.snapshot().saving.state).toBe("saved");
  });

  test("when another tab was faster both sides' answers are kept", async () => {
    const { store, refusals, read, copies } = await opened();
    await store.open();
    store.answer("name", "Ada");
    await settle();
    const id = copies.read()?.responseId ?? "";
    refusals.push(
      refusal("edit_conflict", { response: respond(id, { answers: { name: "Eve", age: 7 }, revision: 5 }) }),
    );
    store.answer("joined", false);
    await settle();
    await settle();
    expect(read()?.answers).toEqual({ name: "Eve", age: 7, joined: false });
  });

  test("a reload goes on where it was, also with what was never sent", async () => {
    const copies = memory();
    const first = await opened({ copies });
    await first.store.open();
    first.store.answer("name", "Ada");
    const second = await opened({ copies });
    expect(second.store.snapshot().copy.answers).toEqual({ name: "Ada" });
    await second.store.open();
    await settle();
    expect(second.read()?.answers).toEqual({ name: "Ada" });
  });
});

describe("a person's response", () => {
  test("begun on another device is taken up under its id", async () => {
    const { store, saves, keep } = await opened({ questionnaire: identified });
    keep(respond("11111111-1111-7111-8111-111111111111", { answers: { name: "Ada" }, revision: 4 }));
    await store.open();
    expect(store.snapshot().copy).toMatchObject({ responseId: "11111111-1111-7111-8111-111111111111", revision: 4 });
    store.answer("age", 36);
    await settle();
    expect(saves.at(-1)).toMatchObject({ answers: { name: "Ada", age: 36 }, baseRevision: 4 });
  });

  test("submitted elsewhere leads to the thanks", async () => {
    const { store, keep } = await opened({ questionnaire: identified });
    keep(respond("11111111-1111-7111-8111-111111111111", { status: "submitted" }));
    await store.open();
    expect(store.snapshot().phase).toBe("submitted");
  });

  test("waits for the person to sign in again", async () => {
    const { store, refusals, saves } = await opened({ questionnaire: identified });
    await store.open();
    refusals.push(refusal("not_signed_in"));
    store.answer("name", "Ada");
    await settle();
    expect(store.snapshot()).toMatchObject({ isSignedOut: true, phase: "answering" });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saves).toHaveLength(1);
  });
});

describe("submitting", () => {
  test("goes on by itself when the network is back, and leaves no answers on the device", async () => {
    const { store, refusals, read, copies } = await opened();
    await store.open();
    store.answer("age", 36);
    refusals.push(refusal("offline"), refusal("offline"));
    store.submit();
    await vi.advanceTimersByTimeAsync(10);
    expect(store.snapshot()).toMatchObject({ phase: "submitting", saving: { state: "offline" } });
    expect(copies.read()?.status).toBe("submitting");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(read()?.status).toBe("submitted");
    expect(store.snapshot().phase).toBe("submitted");
    expect(copies.read()?.answers).toEqual({});
  });

  test("that was refused comes back to the questions with what the server said", async () => {
    const { store, refusals } = await opened();
    await store.open();
    const issues = [{ field: "age", code: "too_high", message: "Too high" }];
    refusals.push(refusal("invalid_answers", { issues, status: 422 }));
    store.submit();
    await settle();
    expect(store.snapshot()).toMatchObject({ phase: "answering", saving: { state: "failed" }, refused: issues });
  });

  test("of what is closed, or not for this person, says so", async () => {
    for (const [code, phase] of [
      ["questionnaire_closed", "closed"],
      ["not_in_audience", "not_in_audience"],
      ["already_submitted", "answered_before"],
    ] as const) {
      const { store, refusals } = await opened();
      await store.open();
      refusals.push(refusal(code));
      store.submit();
      await settle();
      expect(store.snapshot().phase).toBe(phase);
    }
  });

  test("can be withdrawn, and begun anew", async () => {
    const { store } = await opened();
    await store.open();
    store.answer("age", 36);
    store.submit();
    await settle();
    const before = store.snapshot().copy.responseId;
    expect(await store.withdraw()).toBeUndefined();
    expect(store.snapshot().phase).toBe("withdrawn");
    store.startAnew();
    expect(store.snapshot()).toMatchObject({ phase: "answering", copy: { revision: 0, answers: {} } });
    expect(store.snapshot().copy.responseId).not.toBe(before);
  });
});

test("a questionnaire that was changed meanwhile is fetched, and the answers go with it", async () => {
  const { store, refusals, saves } = await opened();
  await store.open();
  refusals.push(refusal("version_outdated", { version: 2 }));
  store.answer("name", "Ada");
  await settle();
  await settle();
  expect(store.snapshot()).toMatchObject({ isChanged: true, questionnaire: { version: 2, content } });
  expect(saves.at(-1)).toMatchObject({ version: 2, answers: { name: "Ada" } });
});
