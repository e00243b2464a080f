import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { backupName } from "../../src/server/platform/backup/backup-store.ts";
import { folderStore } from "../../src/server/platform/backup/folder-store.ts";
import { restoreBackup } from "../../src/server/platform/backup/restore-backup.ts";
import { writeBackup } from "../../src/server/platform/backup/write-backup.ts";
import { createDatabase, type Database } from "../../src/server/platform/db/database.ts";
import { startEmbedded } from "../../src/server/platform/db/embedded.ts";
import { migrate } from "../../src/server/platform/db/migrate.ts";
import { sql } from "../../src/server/platform/db/sql.ts";
import { migrateJobs } from "../../src/server/platform/jobs/worker.ts";
import { describeWith } from "../../src/server/testing/services.ts";
import { testApp } from "../../src/server/testing/test-app.ts";
import { addPerson, addPublishedWorkshop } from "../../src/server/testing/test-workshops.ts";
import { startScratchCluster } from "../database/scratch-cluster.ts";

interface Server {
  url: string;
  stop(): Promise<void>;
}

const capacity = 7;
const workshops = 12;
const folder = () => mkdtempSync(join(tmpdir(), "workshopsai-load-"));

async function fill(url: string) {
  await migrate({ url });
  await migrateJobs(url);
  const site = await testApp({ databaseUrl: url });
  const ids = await Promise.all(
    Array.from({ length: workshops }, () => addPublishedWorkshop(site.db, { capacity, startsInHours: 24 * 365 })),
  );
  // More than all buffers on the way take: it stands between the enrolments and the mail they promise.
  await site.db.run(sql`
    insert into settings (name, value)
    select 'noise-' || n, to_jsonb(string_agg(md5(random()::text), ''))
    from generate_series(1, 60) n, generate_series(1, 1000) group by n`);
  return { ...site, ids };
}

/** Enrols one new person after the other, by several at once, until told to stop; says who was told that it is done. */
function enrolOn({ db, features, ids }: Awaited<ReturnType<typeof fill>>) {
  const acknowledged: string[] = [];
  let isOver = false;
  const writer = async (number: number) => {
    for (let turn = number; !isOver; turn += 4) {
      const person = await addPerson(db);
      const workshopId = ids[turn % ids.length] ?? "";
      const { id } = await features.enrolment.enrol(person, { workshopId, isConfirmed: false });
      acknowledged.push(id);
    }
  };
  const writers = Promise.all([0, 1, 2, 3].map(writer));
  return {
    acknowledged,
    untilThereAre: async (count: number) => {
      while (acknowledged.length < count) await delay(2);
    },
    stop: async () => {
      isOver = true;
      await writers;
    },
  };
}

/** What there would be if a transaction had been copied in part: each enrolment promises one mail, in its own. */
const halfWritten = (db: Database) =>
  db.one(sql`
    select
      (select count(*) from enrollments) - (select count(*) from graphile_worker._private_jobs) as "withoutMail",
      (select count(*) from (
        select from enrollments where enrollment_status in ('pending', 'confirmed', 'offered')
        group by workshop_id having count(*) > ${capacity}) x) as "overbooked"`);

/** Backs up while people enrol, loses the server with its files, and restores into what `replace` gives. */
async function survive(server: Server, dataDir: string, replace: () => Promise<Server>) {
  const store = folderStore(folder());
  const site = await fill(server.url);
  const load = enrolOn(site);
  await load.untilThereAre(60);
  const before = [...load.acknowledged];
  const madeAt = new Date("2027-01-15T09:00:00Z");
  const name = backupName(madeAt);
  const source = { databaseUrl: server.url, dataDir, madeAt };
  await store.save(name, async (target) => {
    // Nothing gets to the disk until more people have enrolled, so the later tables are copied after that.
    const held = new Transform({
      transform: (piece, _encoding, done) => {
        load.untilThereAre(before.length + 20).then(() => done(null, piece), done);
      },
    });
    await Promise.all([writeBackup(source, held), pipeline(held, target)]);
  });
  await load.untilThereAre(load.acknowledged.length + 8);
  await load.stop();
  await site.close();
  await server.stop();

  const next = await replace();
  await restoreBackup({ open: store.open(name), key: undefined }, { databaseUrl: next.url, dataDir });
  const db = createDatabase({ url: next.url });
  try {
    const rows = await db.many<{ id: string }>(sql`select id from enrollments`);
    const there = new Set(rows.map(({ id }) => id));
    expect(before.filter((id) => !there.has(id))).toEqual([]);
    expect(there.size).toBeLessThan(load.acknowledged.length);
    expect(await halfWritten(db)).toEqual({ withoutMail: 0, overbooked: 0 });
  } finally {
    await db.close();
    await next.stop();
    rmSync(store.place, { recursive: true, force: true });
  }
}

describe("people enrol while a backup is made, then the server and its files are lost", () => {
  test("built-in: nobody who was told before is missing, and nothing is there by half", async () => {
    const dataDir = folder();
    const start = () => startEmbedded({ dataDir, durable: false });
    try {
      await survive(await start(), dataDir, () => {
        rmSync(join(dataDir, "postgres"), { recursive: true });
        return start();
      });
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 120_000);

  describeWith("postgresql")("on a server of one's own, PostgreSQL 15", () => {
    test("the same holds", async () => {
      const dataDir = folder();
      try {
        await survive(await startScratchCluster(), dataDir, startScratchCluster);
      } finally {
        rmSync(dataDir, { recursive: true, force: true });
      }
    }, 120_000);
  });
});
