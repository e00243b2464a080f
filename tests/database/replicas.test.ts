import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../../src/server/platform/db/migrate.ts";
import { readContext } from "../../src/server/platform/db/read-context.ts";
import { sql } from "../../src/server/platform/db/sql.ts";
import { migrateJobs } from "../../src/server/platform/jobs/worker.ts";
import { publishedWorkshop } from "../../src/server/testing/published-workshop.ts";
import { describeWith } from "../../src/server/testing/services.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { catalogueContract } from "../../src/shared/catalogue/contract.ts";
import { enrolmentContract } from "../../src/shared/enrolment/contract.ts";
import { identityContract } from "../../src/shared/identity/contract.ts";
import { type ReplicatedCluster, type Standby, startReplicatedCluster } from "./replicated-cluster.ts";
import { startTraffic } from "./traffic.ts";

const catchesUpWithinMs = 15_000;

describeWith("postgresql")("with two streaming replicas", () => {
  let cluster: ReplicatedCluster;
  let first: Standby;
  let second: Standby;
  let app: TestApp;

  beforeAll(async () => {
    cluster = await startReplicatedCluster();
    [first, second] = cluster.standbys as [Standby, Standby];
    await migrate({ url: cluster.primary.url });
    await migrateJobs(cluster.primary.url);
    const settings = {
      DATABASE_URL: cluster.primary.url,
      DATABASE_REPLICA_URLS: cluster.standbys.map(({ url }) => url).join(", "),
    };
    app = await testApp({ databaseUrl: cluster.primary.url, settings });
  }, 90_000);
  afterAll(async () => {
    await app?.close();
    await cluster?.stop();
  });

  /** As a request reads that wrote nothing lately. */
  const asReader = <T>(work: () => Promise<T>) => readContext.run({ ownWritesUntilMs: 0 }, work);
  const server = sql`select current_setting('port')::int as port, pg_is_in_recovery() as "isReplica"`;
  const whoAnswers = () => app.db.reads.one<{ port: number; isReplica: boolean }>(server);
  const portOf = ({ url }: { url: string }) => Number(new URL(url).searchParams.get("port"));
  /** Which servers answer readers. */
  async function answering(): Promise<number[]> {
    const answers = await Promise.all(Array.from({ length: 12 }, () => asReader(whoAnswers)));
    return [...new Set(answers.map(({ port }) => port))].sort();
  }
  const both = () => [first, second].map(portOf).sort();
  const untilAnswering = (ports: number[]) =>
    expect.poll(answering, { timeout: catchesUpWithinMs }).toEqual([...ports].sort());

  const replicaChecks = async () => {
    const { checks } = await app.app.monitoring.health.checkNow();
    return checks.filter(({ name }) => name.startsWith("replica-"));
  };

  test("each has a health check of its own, which knows how old it is", async () => {
    await untilAnswering(both());
    const healthy = { status: "healthy", lastError: null, figures: { ageMs: expect.any(Number) } };
    expect(await replicaChecks()).toMatchObject([
      { name: "replica-1", ...healthy },
      { name: "replica-2", ...healthy },
    ]);
  });

  test("readers are spread over both; what is outside of a request, and every transaction, is the primary's", async () => {
    await untilAnswering(both());
    const long = await asReader(() => app.db.longReads.one<{ isReplica: boolean }>(server));
    expect(long.isReplica).toBe(true);
    expect((await whoAnswers()).isReplica).toBe(false);
    const inTransaction = await asReader(() => app.db.transaction((tx) => tx.one<{ isReplica: boolean }>(server)));
    expect(inTransaction.isReplica).toBe(false);
    const statement = await asReader(() => app.db.one<{ isReplica: boolean }>(server));
    expect(statement.isReplica).toBe(false);
  });

  test("whoever changes something sees it at once while the replicas stand still, and so does everybody a page", async () => {
    const editor = await app.as("editor");
    const ada = await app.as("participant", "Ada");
    await untilAnswering(both());
    await first.pause();
    await second.pause();
    const cookies = new Map<string, string>();
    const call = async (method: "GET" | "PATCH", payload?: object) => {
      const cookie = [ada.cookie, ...cookies.values()].join("; ");
      const answer = await app.app.server.inject({
        ...{ method, url: "/api/v1/me/profile", headers: { cookie } },
        ...(payload ? { payload } : {}),
      });
      for (const { name, value } of answer.cookies) cookies.set(name, `${name}=${value}`);
      return answer;
    };
    for (const name of ["Ada One", "Ada Two"]) {
      const written = await call("PATCH", { name });
      expect(written.headers["set-cookie"]).toMatch(/^wrote=\d+; Path=\/; Max-Age=15; HttpOnly; SameSite=Lax$/);
      expect((await call("GET")).json()).toMatchObject({ name });
    }
    const { slugs } = await publishedWorkshop(app, editor);
    const seen = await app.anonymous.ok(catalogueContract.getWorkshop, {
      ...{ params: { slug: slugs.en ?? "" }, query: { lang: "en" } },
    });
    expect(seen.title.text).toBe("Mediation in a team");
    await first.resume();
    await second.resume();
    await untilAnswering(both());
  });

  test("one that falls behind is left out and comes back", async () => {
    await untilAnswering(both());
    await first.pause();
    await app.db.run(sql`create table if not exists marks (n int)`);
    app.db.requireFreshReads();
    await untilAnswering([portOf(second)]);
    await first.resume();
    await untilAnswering(both());
  });

  test("the cookie alone sends its bearer past a replica that does not have the change yet", async () => {
    const ada = await app.as("participant", "Before");
    await untilAnswering(both());
    const nameFor = async (cookie: string) => {
      const answer = await app.app.server.inject({ url: "/api/v1/me/profile", headers: { cookie } });
      return answer.json<{ name: string }>().name;
    };
    await first.pause();
    await second.pause();
    // By hand, so that no process hears of it.
    await app.db.run(sql`update people set name = 'After' where id = ${ada.personId}::uuid`);
    const session = ada.cookie.replace(/; wrote=.*$/, "");
    expect(await nameFor(session)).toBe("Before");
    expect(await nameFor(`${session}; wrote=${Date.now()}`)).toBe("After");
    // One from the future counts as now, and nonsense as none.
    expect(await nameFor(`${session}; wrote=999999999999999`)).toBe("After");
    expect(await nameFor(`${session}; wrote=soon; wrote=`)).toBe("Before");
    // Nor does anybody read what is older than two seconds.
    await expect.poll(() => nameFor(session), { timeout: catchesUpWithinMs }).toBe("After");
    await first.resume();
    await second.resume();
  });

  test("seats are counted on the primary alone, while lists come from the replicas", async () => {
    const editor = await app.as("editor");
    const { id } = await publishedWorkshop(app, editor, { changes: { capacity: 3 } });
    const people = await Promise.all(Array.from({ length: 6 }, () => app.as("participant")));
    // With the replicas standing still every seat would be given away twice if one of them was asked.
    await first.pause();
    await second.pause();
    const input = { params: { workshopId: id }, body: { isConfirmed: false } };
    const enrolments = await Promise.all(people.map((person) => person.ok(enrolmentContract.enrol, input)));
    expect(enrolments.filter(({ status }) => status === "confirmed")).toHaveLength(3);
    await first.resume();
    await second.resume();
  });

  test("one is killed in the middle of traffic: no request fails", async () => {
    await app.app.server.listen({ host: "127.0.0.1", port: 0 });
    const base = `http://127.0.0.1:${(app.app.server.server.address() as AddressInfo).port}`;
    const people = await Promise.all(Array.from({ length: 4 }, () => app.as("participant")));
    await untilAnswering(both());
    const traffic = startTraffic(
      people.map(
        ({ cookie }) =>
          () =>
            fetch(`${base}${identityContract.getProfile.path}`, { headers: { cookie } }),
      ),
      { pauseMs: 20 },
    );
    const reads = () =>
      Promise.all(
        Array.from({ length: 20 }, () => asReader(() => app.db.reads.one(sql`select 1 from pg_sleep(0.01)`))),
      );
    await traffic.untilAnswered(20);
    const before = await second.countStatements();
    const inFlight = reads();
    await first.halt("immediate");
    expect(await inFlight).toHaveLength(20);
    await untilAnswering([portOf(second)]);
    expect(await replicaChecks()).toMatchObject([
      { status: "degraded", lastError: { message: expect.any(String) } },
      { status: "healthy", lastError: null },
    ]);
    await delay(300);
    const answers = await traffic.stop();
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await expect.poll(second.countStatements, { timeout: catchesUpWithinMs }).toBeGreaterThan(before);
    await first.start();
    await untilAnswering(both());
  });

  test("the primary goes and comes back: nobody is told what nobody can vouch for", async () => {
    await untilAnswering(both());
    await cluster.primary.halt("immediate");
    await expect.poll(() => app.db.availability.isUp, { timeout: catchesUpWithinMs }).toBe(false);
    await expect(app.db.run(sql`create table marks (n int)`)).rejects.toMatchObject({ code: "unavailable" });
    const failure = () =>
      asReader(whoAnswers).then(
        () => "none",
        (error: { code: string }) => error.code,
      );
    await expect.poll(failure, { timeout: catchesUpWithinMs }).toBe("unavailable");
    await cluster.primary.start();
    await expect.poll(() => app.db.availability.isUp, { timeout: catchesUpWithinMs }).toBe(true);
    await untilAnswering(both());
  });
});
