import { readdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { kill } from "node:process";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sql } from "../../src/server/platform/db/sql.ts";
import { type OtlpReceiver, startOtlpReceiver } from "../../src/server/testing/otlp-receiver.ts";
import { startRedis, type TestRedis } from "../../src/server/testing/redis.ts";
import { describeWith } from "../../src/server/testing/services.ts";
import {
  addFacilitator,
  addPublishedWorkshop,
  readyContent,
  sessionIn,
} from "../../src/server/testing/test-workshops.ts";
import { MachineHealth } from "../../src/shared/operations/health.ts";
import { type Answer, clientOfEach, type PinnedClient, sendTo } from "./pinned-clients.ts";
import { type Site, startSite } from "./site.ts";
import { failuresAreSaid, limit, limitsAreShared, type Tools, tracesAreSent } from "./trouble-across-processes.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const processes = 3;
const soonMs = 10_000;
/** The processes live by the real clock, the makers of test content by the year 2027. */
const inAMonthHours = Math.max(24 * 30, (Date.now() - Date.parse("2027-01-15T09:00:00Z")) / 3_600_000 + 24 * 30);

describeWith("redis")("three processes with Redis", () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  describe("are one site", () => limitsAreShared(oneSite(() => ({ REDIS_URL: redis.url, LIMIT_MAX: String(limit) }))));
});

describe("three processes with nothing but PostgreSQL", () => {
  let collector: OtlpReceiver;
  beforeAll(async () => {
    collector = await startOtlpReceiver();
  });
  afterAll(() => collector.close());
  describe("are one site", () => {
    const tools = oneSite(() => ({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }));
    failuresAreSaid(tools);
    tracesAreSent(tools, () => collector);
  });
});

function oneSite(settings: () => Record<string, string>): Tools {
  let site: Site;
  let each: PinnedClient[];
  beforeAll(async () => {
    site = await startSite(settings());
    each = await clientOfEach(site.server, processes);
  });
  afterAll(() => site?.close());

  const askEach = (path: string, cookie = "") => Promise.all(each.map((client) => client.send(path, { cookie })));
  const statuses = (answers: Answer[]) => answers.map(({ status }) => status);
  const process = (n: number) => each[n % processes] as PinnedClient;

  /** Until every process shows it; whoever did once never goes back. */
  async function everywhere(path: string, isNew: (answer: Answer) => boolean, cookie = ""): Promise<void> {
    const deadline = Date.now() + soonMs;
    const have = each.map(() => false);
    while (!have.every(Boolean)) {
      for (const [n, answer] of (await askEach(path, cookie)).entries()) {
        if (have[n] && !isNew(answer)) throw new Error(`the old answer came again: ${answer.text}`);
        have[n] = isNew(answer);
      }
      if (Date.now() > deadline) throw new Error(`${path} is old on ${have.filter((is) => !is).length} processes`);
      await delay(5);
    }
  }

  test("whoever signs in on one is signed in on all, and after signing out on none", async () => {
    const body = await site.withPassword();
    const signedIn = await process(0).send("/api/v1/account/sign-in", { method: "POST", body });
    const cookie = String(signedIn.headers["set-cookie"]).split(";")[0] ?? "";
    for (let n = 0; n < 3; n++) expect(statuses(await askEach("/api/v1/me/profile", cookie))).toEqual([200, 200, 200]);
    expect((await process(1).send("/api/v1/account/sign-out", { method: "POST", cookie })).status).toBe(204);
    expect((await process(1).send("/api/v1/me/profile", { cookie })).status).toBe(401);
    await everywhere("/api/v1/me/profile", ({ status }) => status === 401, cookie);
  });

  test("what is published and cancelled through one is seen by all, at once by the one", async () => {
    const editor = await site.signedIn("editor");
    const facilitatorId = await addFacilitator(site.db);
    const content = readyContent({
      facilitators: [{ facilitatorId, part: "lead" }],
      sessions: [sessionIn(inAMonthHours)],
    });
    const sent = (body: object, method = "POST") => ({ method, body, cookie: editor });
    const made = await process(0).send("/api/v1/studio/workshops", sent({ content }));
    expect(made.status).toBe(201);
    const studio = `/api/v1/studio/workshops/${made.json.id}`;
    const published = await process(0).send(`${studio}/publish`, sent({ language: "en", version: made.json.version }));
    expect(published.status).toBe(200);
    const page = `/api/v1/workshops/${published.json.slugs?.en}?lang=en`;
    await everywhere(page, ({ status }) => status === 200);

    const changes = { title: { en: "Quarrels in a team", pl: "Spory w zespole" } };
    const saved = await process(1).send(studio, sent({ baseVersion: published.json.version, changes }, "PATCH"));
    expect(saved.status).toBe(200);
    await process(1).send(`${studio}/publish`, sent({ language: "en", version: saved.json.version }));
    expect((await process(1).send(page)).text).toContain("Quarrels in a team");
    await everywhere(page, ({ text }) => text.includes("Quarrels in a team"));

    expect((await process(2).send(`${studio}/cancel`, sent({}))).status).toBe(200);
    expect((await process(2).send(page)).json.status).toBe("cancelled");
    await everywhere(page, ({ json }) => json.status === "cancelled");
  });

  test("120 people on 20 seats through all of them: 20 have one, 100 wait, and all see it", async () => {
    const workshopId = await addPublishedWorkshop(site.db, { capacity: 20, startsInHours: inAMonthHours });
    const page = `/api/v1/workshops/workshop-${workshopId}?lang=en`;
    expect((await askEach(page)).map(({ json }) => json.seatsLeft)).toEqual([20, 20, 20]);
    const cookies = await Promise.all(Array.from({ length: 120 }, () => site.signedIn("participant")));
    const path = `/api/v1/me/workshops/${workshopId}/enrolment`;
    const answers = await Promise.all(
      cookies.map((cookie) => sendTo(site.server, path, { method: "POST", body: {}, cookie })),
    );
    const kinds = answers.map(({ status, json }) => `${status} ${json.status}`).sort();
    expect(kinds).toEqual([...Array(20).fill("201 confirmed"), ...Array(100).fill("201 waitlisted")]);
    await everywhere(page, ({ json }) => json.seatsLeft === 0);
  });

  test("an Idempotency-Key holds on all of them", async () => {
    const cookie = await site.signedIn("editor");
    const sent = { method: "POST", body: {}, cookie, headers: { "idempotency-key": "only-once" } };
    const count = () => site.db.one<{ n: number }>(sql`select count(*)::int as n from workshops`);
    const before = await count();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => process(n).send("/api/v1/studio/workshops", sent)),
    );
    expect(statuses(answers).every((status) => status === 201 || status === 409)).toBe(true);
    const ids = new Set(answers.filter(({ status }) => status === 201).map(({ json }) => json.id));
    expect(ids.size).toBe(1);
    for (const client of each) {
      const again = await client.send("/api/v1/studio/workshops", sent);
      expect([again.status, again.json.id, again.headers["idempotency-replayed"]]).toEqual([201, [...ids][0], "true"]);
    }
    expect((await count()).n).toBe(before.n + 1);
  });

  test("tries of one account are one count, whichever process they reach", async () => {
    const body = { email: "guessed@example.org", password: "wrong" };
    const tries: number[] = [];
    for (let n = 0; n < 12; n++) {
      tries.push((await process(n).send("/api/v1/account/sign-in", { method: "POST", body })).status);
    }
    expect(tries).toEqual([...Array(10).fill(401), 429, 429]);
  });

  test("whoever is scraped answers for all of them: what each has served is in every answer", async () => {
    const samples = async (client: PinnedClient) => {
      const { text } = await client.send("/metrics");
      const sampleOf = (name: string) =>
        Number(
          text
            .split("\n")
            .find((line) => line.startsWith(name))
            ?.split(" ")[1],
        );
      return {
        served: sampleOf('workshopsai_requests_total{status="3xx"}'),
        processes: sampleOf("workshopsai_processes "),
      };
    };
    const before = await samples(process(0));
    // Nothing else here asks for what has moved.
    for (const [n, client] of each.entries()) for (let times = 0; times <= n; times++) await client.send("/");
    const served = before.served + 1 + 2 + 3;
    // Beside those that serve, the first one, which runs the jobs.
    for (const client of each) expect(await samples(client)).toEqual({ served, processes: processes + 1 });
  });

  test("an administrator sees the checks of all of them, whichever answers", async () => {
    const cookie = await site.signedIn("admin");
    for (const client of each) {
      const { json } = await client.send("/api/v1/studio/operations/health", { cookie });
      const report = MachineHealth.parse(json);
      expect([report.machine, report.missing]).toEqual([hostname(), 0]);
      // Beside those that serve, the first one, which runs the jobs.
      expect(report.processes).toHaveLength(processes + 1);
      expect(report.processes).toEqual(expect.arrayContaining(each.map(({ pid }) => pid)));
      const [database] = report.checks.filter(({ name }) => name === "database");
      expect(database).toMatchObject({ status: "healthy", processes: report.processes });
    }
  });

  test("a process that hangs is left out of the sums, counted, and keeps nobody waiting", async () => {
    const hung = process(2).pid;
    const answerOf = async () => (await process(0).send("/metrics")).text;
    kill(hung, "SIGSTOP");
    try {
      expect(await answerOf()).toContain(`\nworkshopsai_processes ${processes}\n`);
      expect(await answerOf()).toMatch(/\nworkshopsai_processes_missing_total [1-9]/);
    } finally {
      kill(hung, "SIGCONT");
    }
    await vi.waitFor(
      async () => expect(await answerOf()).toContain(`\nworkshopsai_processes ${processes + 1}\n`),
      soonMs,
    );
  });

  test("each job runs once, in the first process, which alone starts those of the clock", async () => {
    const addresses = Array.from({ length: 15 }, (_, n) => `reader-${n}@example.org`);
    await Promise.all(
      addresses.map((email, n) =>
        process(n).send("/api/v1/account/register", {
          method: "POST",
          body: { name: "Reader", email, password: "seven green bicycles" },
        }),
      ),
    );
    const left = () => site.db.one<{ n: number }>(sql`select count(*)::int as n from graphile_worker._private_jobs`);
    const deadline = Date.now() + 30_000;
    while ((await left()).n > 0 && Date.now() < deadline) await delay(50);
    const folder = join(site.server.dataDir, "mail");
    const mails = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    const received = addresses.map((email) => mails.filter((mail) => mail.includes(`To: ${email}`)).length);
    expect(received).toEqual(addresses.map(() => 1));
    const runners = await site.db.one<{ n: number }>(sql`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and query ilike '%listen "jobs:insert"%'
        and pid <> pg_backend_pid()`);
    expect(runners.n).toBe(1);
  });

  return { site: () => site, each: () => each };
}
