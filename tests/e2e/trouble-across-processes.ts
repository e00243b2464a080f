import { expect, test } from "vitest";
import { sql } from "../../src/server/platform/db/sql.ts";
import type { OtlpReceiver } from "../../src/server/testing/otlp-receiver.ts";
import type { PinnedClient } from "./pinned-clients.ts";
import type { Site } from "./site.ts";

export interface Tools {
  site(): Site;
  /** A client of each process. */
  each(): PinnedClient[];
}

/** What is nobody's fault but ours is said on every process in the same words, and none of them ends of it. */
export function failuresAreSaid({ site, each }: Tools): void {
  test("an uncaught failure is a 500 that tells nothing of it, on every process, and all of them go on", async () => {
    const cookie = await site().signedIn("editor");
    const ask = () => Promise.all(each().map((client) => client.send("/api/v1/studio/locations", { cookie })));
    await site().db.run(sql`alter table locations rename to locations_away`);
    try {
      for (const { status, headers, text } of await ask()) {
        expect([status, headers["content-type"]]).toEqual([500, expect.stringContaining("application/problem+json")]);
        expect(JSON.parse(text)).toMatchObject({ status: 500, code: "internal", requestId: headers["x-request-id"] });
        expect(text).not.toMatch(/locations_away|relation|does not exist/);
      }
    } finally {
      await site().db.run(sql`alter table locations_away rename to locations`);
    }
    expect((await ask()).map(({ status }) => status)).toEqual([200, 200, 200]);
    const told = () => {
      const lines = site().server.printed.split("\n");
      const failures = lines.filter((line) => line.includes('"request failed"') && line.includes("locations"));
      return new Set(failures.map((line) => (JSON.parse(line) as { pid: number }).pid)).size;
    };
    await expect.poll(told, { timeout: 10_000 }).toBe(each().length);
  });
}

/** Of failures, in the processes under test. */
export const limit = 300;
/** Each process may answer some more before it hears from Redis what the others have counted. */
const slack = 30;

/** With Redis, which holds the counts. */
export function limitsAreShared({ site, each }: Tools): void {
  test("the failures of one person are one count: whoever tries all processes gets no more tries", async () => {
    const cookie = await site().signedIn("participant");
    const triesAt = async (client: PinnedClient) => {
      for (let tries = 0; tries <= limit; tries++) {
        const { status, headers } = await client.send("/api/v1/nowhere", { cookie });
        if (status === 429) {
          expect(Number(headers["retry-after"])).toBeGreaterThan(0);
          return tries;
        }
        expect(status).toBe(404);
      }
      return limit + 1;
    };
    const tries = await Promise.all(each().map(triesAt));
    const all = tries.reduce((sum, n) => sum + n, 0);
    expect(all).toBeGreaterThanOrEqual(limit);
    expect(all).toBeLessThanOrEqual(limit + slack);
    const other = await site().signedIn("participant");
    expect((await each()[0]?.send("/api/v1/me/profile", { cookie: other }))?.status).toBe(200);
  });
}

/** Comes last: it stops the site. */
export function tracesAreSent({ site, each }: Tools, collector: () => OtlpReceiver): void {
  test("traces come from every process, and a stop sends what still waits", async () => {
    const traces = each().map((_, n) => `${n + 1}`.repeat(32));
    await Promise.all(
      each().map((client, n) =>
        client.send("/api/v1/me/profile", { headers: { traceparent: `00-${traces[n]}-00f067aa0ba902b7-01` } }),
      ),
    );
    expect(await site().server.stop()).toBe(0);
    const sent = collector()
      .spans()
      .filter(({ name }) => name === "GET /api/v1/me/profile");
    const found = traces.map((id) => sent.find(({ traceId }) => traceId === id)?.resource["process.pid"]);
    expect(found).toEqual(each().map(({ pid }) => pid));
  });
}
