import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Client } from "../testing/client.ts";
import { statementsOf } from "../testing/count-statements.ts";
import { ask } from "../testing/graphql-client.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import { filledSite, type SignedIn } from "./filled-site.testing.ts";

let app: TestApp;
let guest: SignedIn;
beforeAll(async () => {
  app = await testApp();
  ({ guest } = await filledSite(app, 22));
}, 120_000);
afterAll(() => app.close());

const inFull = (
  limit: number,
) => `{ workshops(limit: ${limit}) { items { status title { text } seatsLeft description { document }
  facilitatorProfiles { name bio { text } } sessions { startsAt location { city } } } } }`;
const enrolments = (lang: string) => (limit: number) =>
  `{ me { enrolments(lang: ${lang}, limit: ${limit}) { items { status
  workshop { title { text } page { seatsLeft facilitators sessions { startsAt } } } } } } }`;
const responses = (limit: number) => `{ me { responses(limit: ${limit}) { items { status
  questionnaire { title { en } workshop { title { en } } } } } } }`;

/** What the answer to a query cost, and that it was a whole one. */
async function statementsFor(client: Client, query: string, items: number): Promise<string[]> {
  return statementsOf(app.db, async () => {
    const { errors, data } = await ask(client, query);
    expect(errors).toEqual([]);
    expect(JSON.stringify(data).match(/"status"/g)).toHaveLength(items);
  });
}

describe("the number of statements does not grow with the list", () => {
  // Two of the things are known to the cache when twenty are asked for, so eighteen have to be read.
  test.each([
    [
      "workshops with their facilitators, sessions and free seats: the list, and all their pages",
      "anonymous",
      inFull,
      2,
    ],
    ["one's enrolments with their workshops: oneself, how many, the list, the pages", "guest", enrolments("pl"), 4],
    ["the same, where the cache has the pages", "guest", enrolments("en"), 3],
    ["one's responses: oneself, how many, the list, the questionnaires, their workshops", "guest", responses, 5],
  ] as const)("%s", async (_, who, query, most) => {
    const client = who === "guest" ? guest : app.anonymous;
    await ask(client, "{ tags { id } }"); // whoever asks is known to the cache
    const [few, many] = [await statementsFor(client, query(2), 2), await statementsFor(client, query(20), 20)];
    expect(few.length, few.join("\n")).toBeLessThanOrEqual(most);
    expect(many.length, many.join("\n")).toBeLessThanOrEqual(most);
  });

  test("what the cache has costs none", async () => {
    await statementsFor(app.anonymous, inFull(20), 20);
    expect(await statementsFor(app.anonymous, inFull(20), 20)).toEqual([]);
  });
});
