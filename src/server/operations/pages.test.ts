import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { operationsContract as contract } from "../../shared/operations/contract.ts";
import { record } from "../audit/index.ts";
import { sql } from "../platform/db/sql.ts";
import { publishedWorkshop } from "../testing/published-workshop.ts";
import { type SignedIn, type TestApp, testApp } from "../testing/test-app.ts";

const secret = "hunter2-of-the-tests";
let app: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  app = await testApp({
    settings: {
      SMTP_URL: `smtp://mailer:${secret}@127.0.0.1:25?pass=${secret}`,
      MAIL_FROM: "desk@example.org",
      CDN_PURGE_URL: "https://cdn.example.org/purge",
      CDN_PURGE_TOKEN: secret,
    },
  });
  admin = await app.as("admin", "Ada");
});
afterAll(() => app.close());

const audited = async (action: string) =>
  (await admin.ok(contract.listAuditEntries, { query: { action } })).items.map(
    ({ actorName, subjectId }) => `${actorName} ${subjectId}`,
  );

/** The list shows the fifty that took most, and this database has had others. */
const andTakesLong = "or pg_sleep(0.1) is null";

/** Runs the statement until it is counted: the server, which has the statements of other tests too, forgets some of them. */
const counted = (statement: string, begins: string) =>
  vi.waitFor(
    async () => {
      await app.db.many({ text: `${statement} ${andTakesLong}`, values: [] });
      const { state, items } = await admin.ok(contract.listStatements);
      const ours = items.find(({ text }) => text.startsWith(begins));
      if (!ours) throw new Error(`${begins} is not counted: ${state}`);
      return { ours, items };
    },
    { timeout: 20_000 },
  );

describe("the database", () => {
  test("statements are counted by their text without values, and planned by their number alone", async () => {
    const begins = "select name from people where email";
    const { ours, items } = await counted(`${begins} = 'someone-secret'`, begins);
    expect(ours.text).toContain("where email = $1 or");
    expect(ours.calls).toBeGreaterThanOrEqual(1);
    expect(JSON.stringify(items)).not.toContain("someone-secret");
    const plan = await admin.ok(contract.getStatementPlan, { params: { statementId: ours.id } });
    expect(plan.state).toBe("planned");
    expect(plan.lines.join("\n")).toContain("people");
  });

  test("a statement that was never counted has no plan; one whose table is gone has none any more", async () => {
    const unknown = await admin.call(contract.getStatementPlan, { params: { statementId: "42" } });
    expect(unknown.problem.code).toBe("not_found");
    await app.db.run(sql`create table short_lived as select 1 as id`);
    const begins = "select id as of_a_short_life";
    const { ours } = await counted(`${begins} from short_lived where id = 2`, begins);
    await app.db.run(sql`drop table short_lived`);
    const plan = await admin.ok(contract.getStatementPlan, { params: { statementId: ours.id } });
    expect(plan).toEqual({ state: "not_plannable", lines: [] });
  });

  test("an index that nobody reads is named, one that upholds a rule is not", async () => {
    await app.db.run(sql`create table shelf (id int primary key, colour text unique, size int)`);
    await app.db.run(sql`create index shelf_size on shelf (size)`);
    const { tables, unusedIndexes, version } = await admin.ok(contract.getDatabase);
    expect(version).toMatch(/^\d+/);
    expect(unusedIndexes.filter(({ table }) => table === "shelf").map(({ name }) => name)).toEqual(["shelf_size"]);
    expect(tables.find(({ name }) => name === "shelf")).toMatchObject({ rows: 0, wantsIndex: false, vacuumedAt: null });
  });
});

describe("the cache", () => {
  test("a tag is dropped by name and the deed is written down; people's own tags are shown as a kind", async () => {
    await app.anonymous.request({ url: "/api/v1/workshops" });
    const { items } = await admin.ok(contract.listCacheTags);
    expect(items.find(({ tag }) => tag === "workshops")).toMatchObject({ canBeCleared: true, kind: "application" });
    expect(items.find(({ tag }) => tag === "person")).toMatchObject({ canBeCleared: false, kind: "session" });
    expect(JSON.stringify(items)).not.toContain(admin.personId);
    await admin.ok(contract.clearCache, { body: { tag: "workshops" } });
    const left = await admin.ok(contract.listCacheTags);
    expect(left.items.map(({ tag }) => tag)).not.toContain("workshops");
    expect(await audited("cache.cleared")).toEqual(["Ada workshops"]);
  });
});

describe("the cache of workshops", () => {
  test("shows the title of the workshop that a tag is about, of a list's seats too", async () => {
    const { id, slugs } = await publishedWorkshop(app, await app.as("editor"));
    await app.anonymous.request({ url: `/api/v1/workshops/${slugs.en}?lang=en` });
    await app.anonymous.request({ url: "/api/v1/workshops?lang=en" });
    const { items } = await admin.ok(contract.listCacheTags);
    const titleOf = (tag: string) => items.find((item) => item.tag === tag)?.title;
    const title = { en: "Mediation in a team", pl: expect.any(String) };
    expect(titleOf(`seats:${id.slice(-8)}`)).toEqual(title);
    expect(titleOf(`workshop:${id}`)).toEqual(title);
    expect(titleOf("workshops")).toBeNull();
  });
});

describe("jobs", () => {
  const add = sql`
    select id::text as id from graphile_worker.add_job('letter.send', '{"to":"bob@example.org"}', max_attempts => 1)`;

  test("a failed job shows why without anybody's address, and runs again when told", async () => {
    const { id } = await app.db.one<{ id: string }>(add);
    const why = "550 no such user bob@example.org\n    at smtp";
    await app.db.run(sql`select graphile_worker.permanently_fail_jobs(array[${id}::bigint], ${why})`);
    const failed = await admin.ok(contract.listJobs, { query: { state: "failed" } });
    expect(failed.items).toMatchObject([
      { id, name: "letter.send", state: "failed", lastError: "550 no such user [hidden]" },
    ]);
    expect(failed.counts).toContainEqual({ name: "letter.send", state: "failed", count: 1 });
    expect(JSON.stringify(failed)).not.toContain("bob@");
    await admin.ok(contract.retryJob, { params: { jobId: id } });
    const { items } = await admin.ok(contract.listJobs);
    expect(items.find((job) => job.id === id)).toMatchObject({ state: "waiting", attempts: 0 });
    expect(await audited("job.retried")).toEqual([`Ada ${id}`]);
  });

  test("a job that runs is left alone; one that is not there is not found", async () => {
    const { id } = await app.db.one<{ id: string }>(add);
    await app.db.run(sql`
      update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w' where id = ${id}::bigint`);
    const running = await admin.call(contract.retryJob, { params: { jobId: id } });
    expect(running.problem.code).toBe("conflict");
    const unknown = await admin.call(contract.retryJob, { params: { jobId: "999999" } });
    expect(unknown.problem.code).toBe("not_found");
  });
});

test("settings are shown as they run, without what opens something, and what is a default is called one", async () => {
  const { items } = await admin.ok(contract.listSettings);
  expect(JSON.stringify(items)).not.toContain(secret);
  const of = (name: string) => items.find((item) => item.name === name);
  expect(of("SMTP_URL")).toMatchObject({ value: "smtp://[hidden]@127.0.0.1:25?[hidden]", isDefault: false });
  expect(of("CDN_PURGE_TOKEN")).toMatchObject({ value: "[hidden]", isSecret: true });
  expect(of("REDIS_URL")).toMatchObject({ value: null, isDefault: true });
  expect(of("DB_POOL_MAX")).toMatchObject({ value: "10", isDefault: true });
});

describe("the audit log", () => {
  const entry = { actorId: null, action: "shelf.moved", subjectType: "shelf" };
  const pages = async (query: object) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await admin.ok(contract.listAuditEntries, {
        query: { ...query, limit: 2, ...(cursor && { cursor }) },
      });
      seen.push(...page.items.map(({ subjectId }) => subjectId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return seen;
  };

  test("it is read page by page and by filter, also where several deeds share a moment", async () => {
    const at = (minute: number) => new Date(Date.UTC(2027, 0, 10, 8, minute));
    for (const [id, minute] of [
      ["a", 0],
      ["b", 1],
      ["c", 1],
      ["d", 1],
      ["e", 2],
    ] as const)
      await record(app.db, { ...entry, subjectId: id, at: at(minute) });
    await record(app.db, { ...entry, action: "shelf.bought", actorId: admin.personId, subjectId: "f", at: at(3) });
    expect(await pages({ subjectType: "shelf" })).toEqual(["f", "e", "d", "c", "b", "a"]);
    expect(await pages({ action: "shelf.moved" })).toEqual(["e", "d", "c", "b", "a"]);
    expect(await pages({ subjectType: "shelf", actorId: admin.personId })).toEqual(["f"]);
    expect(await pages({ action: "shelf.moved", subjectId: "c" })).toEqual(["c"]);
    const between = { from: at(1).toISOString(), to: at(2).toISOString() };
    expect(await pages({ subjectType: "shelf", ...between })).toEqual(["d", "c", "b"]);
    const { items } = await admin.ok(contract.listAuditActions);
    expect(items).toEqual(expect.arrayContaining(["shelf.bought", "shelf.moved"]));
    expect(items).toEqual([...new Set(items)].sort());
  });

  test("a cursor that is not ours is refused", async () => {
    const { problem } = await admin.call(contract.listAuditEntries, { query: { cursor: "WzEsMl0" } });
    expect(problem).toMatchObject({ code: "invalid_input", issues: [{ field: "cursor" }] });
  });

  test("an export holds ids and no names, starts no formula, and is itself in the log", async () => {
    const at = new Date("2027-01-11T08:00:00Z");
    const deed = { action: "shelf.sold", actorId: admin.personId, subjectType: "shelf", at };
    await record(app.db, { ...deed, subjectId: "=1+1", details: { note: 'a "b", c' } });
    const { text, headers } = await admin.request({
      url: "/api/v1/studio/operations/audit/export?action=shelf.sold",
    });
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(text.split("\n")).toEqual([
      "\uFEFFat,actor,action,subject_type,subject,details",
      `2027-01-11T08:00:00.000Z,${admin.personId},shelf.sold,shelf,'=1+1,"{""note"":""a \\""b\\"", c""}"`,
      "",
    ]);
    expect(await audited("audit_log.exported")).toContain("Ada all");
  });
});
