import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../platform/db/sql.ts";
import { jobs } from "../../platform/jobs/queue.ts";
import { type TestApp, testApp } from "../../testing/test-app.ts";
import { showDatabase } from "../database/show-database.ts";
import type { Sizes } from "./queries.ts";

let site: TestApp;
beforeAll(async () => {
  site = await testApp({ settings: { ALERT_MAIL_TO: "ada@example.org, igor@example.org", ALERT_LANGUAGE: "pl" } });
});
afterAll(() => site.close());

const report = ({ app }: TestApp) => app.scheduled.find(({ name }) => name === "operations.report");

async function sentBy(from: TestApp) {
  const known = (await from.mails()).length;
  await report(from)?.run();
  await from.runJobs();
  return (await from.mails()).slice(0, -known || undefined);
}

test("on Mondays everybody who gets alerts reads how the week was and what there is to do", async () => {
  expect(report(site)?.cron).toBe("0 6 * * 1");
  const at = site.clock.now();
  await site.db.run(sql`
    insert into alerts (id, type, subject, severity, value, threshold, first_seen_at, raised_at, updated_at, sightings, resolved_at)
    values (gen_random_uuid(), 'disk_free', '', 'warning', 1, 2, ${at}, ${at}, ${at}, 1, null),
      (gen_random_uuid(), 'heap', '', 'warning', 1, 2, ${at}, ${at}, ${at}, 1, ${at}),
      (gen_random_uuid(), 'heap', 'x', 'warning', 1, 2, ${at}, ${at}, ${at}, 1, ${"2027-01-01T00:00:00Z"})`);
  await site.db.run(sql`
    insert into backup_runs (id, started_at, finished_at, place, name, bytes, verified_at)
    values (gen_random_uuid(), ${at}, ${at}, '/mnt', 'a.backup', 1, ${at})`);
  await jobs.add(site.db, { name: "mail.deliver", payload: {} });
  await site.db.run(sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'refused'`);
  const mails = await sentBy(site);
  expect(mails.map(({ to }) => to).sort()).toEqual(["ada@example.org", "igor@example.org"]);
  const [{ subject, text } = { subject: "", text: "" }] = mails;
  expect(subject).toBe("Tygodniowy raport o serwisie; otwarte alerty: 1");
  for (const line of [
    "Otwarte alerty: 1\n- Kończy się miejsce na dysku, od 15 sty 2027, 09:00 UTC",
    "Rozwiązane w ostatnich 7 dniach: 1",
    "- mail.deliver: 1",
    "15 sty 2027, 09:00 UTC, sprawdzona przez odtworzenie",
    "/studio/operations",
  ]) {
    expect(text).toContain(line);
  }
  expect(text).toMatch(/Największe tabele:\n- \w/);
  expect(text).not.toMatch(/Indeksy|od ostatniego raportu/);
});

test("what grew is what came since the last report: more, less, and nothing before a table was there", async () => {
  const kept = await site.db.one<{ value: Sizes }>(sql`select value from settings where name = 'operations.report'`);
  const now = await showDatabase(site.db);
  const sizeOf = (name: string) => now.tables.find((table) => table.name === name) ?? { rows: 0, bytes: 0 };
  // Three of the largest that nothing writes to here: the server counts rows a moment after they were written.
  const [big, small, fresh] = ["workshops", "tags", "enrollments"] as const;
  const tables = { ...kept.value.tables };
  // As if the last report had seen a smaller one, a bigger one, and one not at all.
  tables[big] = { rows: sizeOf(big).rows - 1_234, bytes: sizeOf(big).bytes - 2_500_000 };
  tables[small] = { rows: sizeOf(small).rows + 7, bytes: sizeOf(small).bytes + 3_100_000 };
  delete tables[fresh];
  await site.db.run(sql`
    update settings set value = jsonb_set(value, '{tables}', ${JSON.stringify(tables)}::jsonb) where name = 'operations.report'`);
  const [mail] = await sentBy(site);
  const growthOf = (name: string) =>
    new RegExp(`^- ${name}: .*od ostatniego raportu: (.*) wierszy, (.*) MB\\)$`, "m").exec(mail?.text ?? "")?.slice(1);
  const number = new Intl.NumberFormat("pl", { maximumFractionDigits: 1, signDisplay: "always" });
  expect(growthOf(big)).toEqual([number.format(1_234), "+2,5"]);
  expect(growthOf(small)).toEqual(["-7", "-3,1"]);
  expect(growthOf(fresh)).toEqual([number.format(sizeOf(fresh).rows), number.format(sizeOf(fresh).bytes / 1_000_000)]);
});

test("the next one tells what grew, and in the first week of a month which indexes nobody reads", async () => {
  await site.db.run(sql`
    insert into audit_log (at, action, subject_type, subject_id, details)
    select now(), 'a', 'b', n::text, jsonb_build_object('x', repeat(md5(n::text), 20)) from generate_series(1, 20000) n`);
  // The server counts rows when it gets to it, some of them twice until then.
  await site.db.run(sql`analyze audit_log`);
  site.clock.advance(Date.parse("2027-02-01T06:00:00Z") - site.clock.now().getTime());
  const [mail] = await sentBy(site);
  expect(mail?.text).toMatch(
    /- audit_log: wiersze: \d+\s\d{3}, [\d,]+ MB \(od ostatniego raportu: \+\d+\s\d{3} wierszy, \+\d/,
  );
  expect(mail?.text).toMatch(/Indeksy, których nic nie czytało[^\n]*:\n- \w+ \(\w+\), /);
});

test("where nobody gets alerts by mail, nobody gets a report", async () => {
  const quiet = await testApp({ databaseUrl: site.url });
  const before = await quiet.db.one(sql`select value from settings where name = 'operations.report'`);
  expect(await sentBy(quiet)).toEqual([]);
  expect(await quiet.db.one(sql`select value from settings where name = 'operations.report'`)).toEqual(before);
  await quiet.close();
});
