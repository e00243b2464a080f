import { expect, test } from "vitest";
import { CacheState } from "../../shared/operations/contract.ts";
import type { CacheStats } from "../platform/cache/cache.ts";
import { createCompany } from "../platform/processes/ask-all.ts";
import type { OperationsDeps } from "./deps.ts";
import { createOperations } from "./index.ts";

const stored = { name: "m-1", to: "ada@example.org", subject: "Hello", sentAt: "2027-01-15T09:00:00.000Z", text: "Hi" };
const { text, ...summary } = stored;

const counts = { hits: 90, stale: 2, misses: 8, loads: 5, errors: 1 };
const room = { entries: 3, bytes: 4_000 };
const stats: CacheStats = {
  kinds: { session: counts, application: counts, static: counts },
  memory: { ...room, kinds: { session: room, application: room, static: room }, maxBytes: 64_000, evictions: 0 },
  redis: undefined,
  bus: { isListening: true, losses: 1, heard: 12 },
};

const healthy = { status: "healthy", checks: [] };
const app = {
  cache: { stats: () => stats },
  company: createCompany(),
  logLevel: { change: () => undefined, reset: () => undefined },
  ready: { stats: () => ({ answered: 700, ...room }) },
  health: { latest: async () => healthy, report: () => healthy },
  mail: {
    isDelivering: false,
    listMessages: async () => [summary],
    getMessage: async (name: string) => (name === "m-1" ? stored : undefined),
  },
};
const { routes } = createOperations(app as unknown as OperationsDeps);

function call(id: string, params: object = {}): Promise<unknown> | undefined {
  return routes.find(({ endpoint }) => endpoint.id === id)?.handle({ params } as never);
}

test("only those who run the installation may read messages: links that sign people in are in there", () => {
  const ofMessages = routes.filter(({ endpoint }) => endpoint.path.includes("/messages"));
  expect(ofMessages.map(({ endpoint }) => endpoint.access)).toEqual(["operations.read", "operations.read"]);
});

test("messages are listed without their text and shown with it", async () => {
  expect(await call("listMessages")).toEqual({ items: [summary], isDelivering: false });
  expect(await call("getMessage", { name: "m-1" })).toEqual({ ...summary, text });
});

test("an unknown message is not found", async () => {
  await expect(call("getMessage", { name: "m-2" })).rejects.toMatchObject({ code: "not_found" });
});

test("the state of the cache is shown whole, and what there is none of as null", async () => {
  expect(CacheState.parse(await call("getCacheState"))).toEqual({
    ...{ ...stats, redis: null },
    ready: { answered: 700, ...room },
  });
});
