import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Answers, createCompany, gather } from "./ask-all.ts";
import { converse } from "./conversation.ts";
import type { Order } from "./messages.ts";

// Giving up waits for two real turns of the loop, so that a busy process still reads what has come.
beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

const never = () => new Promise<never>(() => undefined);

test("a process that is alone answers itself, and nothing to what it does not know", async () => {
  const company = createCompany();
  company.answer("count", (question) => [question, 1]);
  expect(await company.askAll("count", "how many")).toEqual([["how many", 1]]);
  expect(await company.askAll("unknown")).toEqual([]);
});

test("one of several adds the answers of the others to its own, and counts those that did not come", async () => {
  const company = createCompany(async () => ({ values: [2, 3], missing: 1 }));
  company.answer("count", () => 1);
  expect(await company.askAll("count")).toEqual([1, 2, 3]);
  expect(await company.ask("count")).toEqual({ values: [1, 2, 3], missing: 1 });
  expect(company.missing).toBe(2);
});

test("who hangs or fails is left out when the time is up; the others' answers are there", async () => {
  const gathered = gather([Promise.resolve(1), never(), Promise.reject(new Error("no")), Promise.resolve(2)], 500);
  await vi.advanceTimersByTimeAsync(501);
  expect(await gathered).toEqual({ values: [1, 2], missing: 2 });
});

test("the first process asks each of its own and tells answers apart, whatever their order", async () => {
  const orders: Order[] = [];
  const { ask, hear } = converse({ order: (order) => orders.push(order), askOthers: never });
  const [one, other, failing] = [ask("a", 1), ask("b", 2), ask("c", 3)];
  expect(orders).toEqual([
    { kind: "question", id: 1, topic: "a", question: 1 },
    { kind: "question", id: 2, topic: "b", question: 2 },
    { kind: "question", id: 3, topic: "c", question: 3 },
  ]);
  hear({ kind: "answer", id: 2, value: "second", isFailure: false });
  hear({ kind: "answer", id: 1, value: "first", isFailure: false });
  hear({ kind: "answer", id: 3, value: undefined, isFailure: true });
  hear({ kind: "answer", id: 99, value: "nobody asked", isFailure: false });
  expect(await Promise.all([one, other])).toEqual(["first", "second"]);
  await expect(failing).rejects.toThrow("could not answer");
});

test("who is asked and says nothing is given up after a second; what it says then is nobody's", async () => {
  const { ask, hear } = converse({ order: () => undefined, askOthers: never });
  const late = expect(ask("a", 1)).rejects.toThrow("no answer within 1000 ms");
  await vi.advanceTimersByTimeAsync(1_001);
  await late;
  hear({ kind: "answer", id: 1, value: "late", isFailure: false });
});

test("a process that asks all gets what the others said, by the number of its question", async () => {
  const orders: Order[] = [];
  const answers: Answers = { values: ["x"], missing: 0 };
  const { hear } = converse({ order: (order) => orders.push(order), askOthers: async () => answers });
  hear({ kind: "askAll", id: 7, topic: "a", question: undefined });
  await vi.advanceTimersByTimeAsync(0);
  expect(orders).toEqual([{ kind: "answers", id: 7, ...answers }]);
});
