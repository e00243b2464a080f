import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, createApp } from "../../src/server/app.ts";
import { type DemoSignIn, seedDemoIfEmpty } from "../../src/server/demo/index.ts";
import { loadSettings } from "../../src/server/platform/config/settings.ts";
import { findMigrations, migrate } from "../../src/server/platform/db/migrate.ts";
import { sql } from "../../src/server/platform/db/sql.ts";
import { migrateJobs } from "../../src/server/platform/jobs/worker.ts";
import { createLog } from "../../src/server/platform/logging/log.ts";
import { fixedClock } from "../../src/server/platform/time/clock.ts";
import { clientOf } from "../../src/server/testing/client.ts";
import { describeWith } from "../../src/server/testing/services.ts";
import { catalogueContract } from "../../src/shared/catalogue/contract.ts";
import { enrolmentContract } from "../../src/shared/enrolment/contract.ts";
import { type ScratchCluster, startScratchCluster } from "./scratch-cluster.ts";

/** The other tests run on the newest PostgreSQL; this one is about the oldest that is supported. */
describeWith("postgresql")("on PostgreSQL 15", () => {
  const clock = fixedClock("2027-01-15T09:00:00Z");
  const dataDir = mkdtempSync(join(tmpdir(), "workshopsai-app-"));
  let cluster: ScratchCluster;
  let applied: string[];
  let app: App;
  let signIns: DemoSignIn[];
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    cluster = await startScratchCluster();
    stops.push(cluster.stop);
    const { url } = cluster;
    applied = await migrate({ url });
    await migrateJobs(url);
    const settings = loadSettings({
      NODE_ENV: "test",
      DATA_DIR: dataDir,
      APP_SECRET: "only for this one test, and for nothing else",
    });
    app = await createApp({
      ...{ settings, clock, databaseUrl: url, assetsFolder: null },
      log: createLog({ level: "silent", isPretty: false }),
    });
    stops.push(app.close);
    await app.server.ready();
    signIns = await seedDemoIfEmpty({ db: app.db, clock, responses: app.features.responses });
  }, 120_000);
  afterAll(async () => {
    for (const stop of stops.reverse()) await stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test("the server is of that version, and all migrations are applied", async () => {
    const { version } = await app.db.one<{ version: string }>(sql`select current_setting('server_version') as version`);
    expect(Number.parseInt(version, 10)).toBe(15);
    expect(applied).toEqual(readdirSync(findMigrations()).sort());
    expect(await migrate({ url: cluster.url })).toEqual([]);
  });

  test("the demo is there, and a search in Polish finds other forms of the word and words without marks", async () => {
    expect(signIns).toHaveLength(5);
    const anonymous = clientOf(app.server, undefined);
    for (const q of ["mediacji", "mediacjami", "KONFLIKCIE"]) {
      const { items } = await anonymous.ok(catalogueContract.listWorkshops, { query: { lang: "pl", q } });
      expect(items.map(({ title }) => title.text)).toContain("Między stronami: mediacje w konflikcie");
    }
    const { items } = await anonymous.ok(catalogueContract.listWorkshops, { query: { lang: "pl", q: "sasiadow" } });
    expect(items.map(({ title }) => title.text)).toContain("Dom pod lipą: czym mamy być?");
  });

  test("somebody signs in and enrols, and the refreshed statistics count them", async () => {
    const { email, password } = signIns.find(({ role }) => role === "editor") ?? { email: "", password: "" };
    const answer = await app.server.inject({
      method: "POST",
      url: "/api/v1/account/sign-in",
      payload: { email, password },
    });
    const client = clientOf(app.server, answer.cookies.map(({ name, value }) => `${name}=${value}`).join("; "));
    const { items } = await client.ok(catalogueContract.listWorkshops, { query: { lang: "pl" } });
    const workshop = items.find(({ seatsLeft }) => (seatsLeft ?? 0) > 0);
    if (!workshop) throw new Error("every workshop of the demo is full");
    const countOf = async () => {
      await app.db.run(sql`select refresh_workshop_statistics()`);
      return app.db.one<{ enrolled: number }>(sql`
        select enrolled_count as enrolled from workshop_statistics where id = ${workshop.id}::uuid`);
    };
    const before = await countOf();
    const enrolment = await client.ok(enrolmentContract.enrol, {
      params: { workshopId: workshop.id },
      body: { isConfirmed: true },
    });
    expect(["confirmed", "pending"]).toContain(enrolment.status);
    expect(await countOf()).toEqual({ enrolled: before.enrolled + 1 });
  });
});
