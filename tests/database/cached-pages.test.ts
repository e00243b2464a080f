import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { migrate } from "../../src/server/platform/db/migrate.ts";
import { sql } from "../../src/server/platform/db/sql.ts";
import { migrateJobs } from "../../src/server/platform/jobs/worker.ts";
import { publishedWorkshop } from "../../src/server/testing/published-workshop.ts";
import { describeWith } from "../../src/server/testing/services.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { type ScratchCluster, startScratchCluster } from "./scratch-cluster.ts";

const minuteMs = 60_000;
const recoversWithinMs = 15_000;

describeWith("postgresql")("public pages while the database is away", () => {
  let cluster: ScratchCluster;
  let app: TestApp;
  let base: string;
  let paths: string[];
  let enrolPath: string;

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2027-01-15T09:00:00Z") });
    cluster = await startScratchCluster();
    await migrate({ url: cluster.url });
    await migrateJobs(cluster.url);
    app = await testApp({ databaseUrl: cluster.url });
    await app.app.server.listen({ host: "127.0.0.1", port: 0 });
    base = `http://127.0.0.1:${(app.app.server.server.address() as AddressInfo).port}`;
    const { id, slugs } = await publishedWorkshop(app, await app.as("editor"));
    enrolPath = `/api/v1/me/workshops/${id}/enrolment`;
    const api = [`/api/v1/workshops?lang=en`, `/api/v1/workshops/${slugs.en}?lang=en`];
    paths = [...api, "/en/workshops", `/en/workshops/${slugs.en}`, "/pl/workshops", `/pl/workshops/${slugs.pl}`];
  }, 60_000);
  afterAll(async () => {
    vi.useRealTimers();
    await app?.close();
    await cluster?.stop();
  });

  /** Everything that a reader gets, without what differs from one answer to the next. */
  async function read(path: string) {
    const answer = await fetch(`${base}${path}`);
    const [warning, age] = ["warning", "age"].map((name) => answer.headers.get(name));
    return { status: answer.status, text: await answer.text(), warning, age: Number(age) };
  }
  const passMinutes = (minutes: number) => vi.setSystemTime(Date.now() + minutes * minuteMs);

  test("stay for ten minutes with their age and a warning, while writes are told to come back", async () => {
    const person = await app.as("participant");
    const before = await Promise.all(paths.map(read));
    expect(before.map(({ status }) => status)).toEqual(paths.map(() => 200));
    // This server does not force writes to the disk, and would forget the workshop.
    await app.db.run(sql`checkpoint`);
    await cluster.halt("immediate");
    await expect.poll(() => app.db.availability.isUp, { timeout: recoversWithinMs }).toBe(false);
    for (const minutes of [1, 4, 5]) {
      passMinutes(minutes);
      const during = await Promise.all(paths.map(read));
      expect(during.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
      for (const { status, warning, age } of during) {
        expect({ status, warning }).toEqual({ status: 200, warning: expect.stringMatching(/^11[01] /) });
        expect(age).toBeGreaterThanOrEqual(60);
      }
    }
    const refused = await person.request({ method: "POST", url: enrolPath, payload: { isConfirmed: true } });
    expect(refused).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
    // What nobody has read yet cannot be told.
    expect((await read("/api/v1/workshops?lang=en&q=quarrel")).status).toBe(503);
  });

  test("are fresh again, without a warning, as soon as it is back", async () => {
    await cluster.start();
    await expect
      .poll(async () => (await Promise.all(paths.map(read))).map(({ status, warning }) => ({ status, warning })), {
        timeout: recoversWithinMs,
      })
      .toEqual(paths.map(() => ({ status: 200, warning: null })));
    await expect.poll(() => app.db.availability.isUp, { timeout: recoversWithinMs }).toBe(true);
    const person = await app.as("participant");
    const taken = await person.request({ method: "POST", url: enrolPath, payload: { isConfirmed: true } });
    expect(taken.status).toBe(201);
    const detail = await read(paths[1] ?? "");
    expect(JSON.parse(detail.text)).toMatchObject({ seatsLeft: 1 });
  });
});
