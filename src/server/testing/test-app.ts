import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "../../shared/kernel/permission.ts";
import { type App, createApp } from "../app.ts";
import { loadSettings } from "../platform/config/settings.ts";
import { runDueJobs } from "../platform/jobs/worker.ts";
import { createLog, type Log } from "../platform/logging/log.ts";
import type { StoredMessage } from "../platform/mail/mail.ts";
import { fixedClock } from "../platform/time/clock.ts";
import { cheapPasswords } from "./cheap-passwords.ts";
import { type Client, clientOf } from "./client.ts";
import { testDatabase } from "./test-database.ts";

export type TestApp = Awaited<ReturnType<typeof testApp>>;

/** A client, who it is, and the cookie for asking without it. */
export type SignedIn = Client & { personId: string; email: string; cookie: string };

export interface TestAppOptions {
  startsAt?: string;
  /** An address with all migrations applied; a database of its own unless given. */
  databaseUrl?: string;
  /** Settings beside those that every test has. */
  settings?: Record<string, string>;
  /** A silent one unless given. */
  log?: Log;
}

/** The whole application on a database of its own, with a clock that stands at 2027-01-15T09:00:00Z. */
export async function testApp(options: TestAppOptions = {}) {
  const { startsAt = "2027-01-15T09:00:00Z", databaseUrl, settings = {} } = options;
  const database = databaseUrl ? { url: databaseUrl, close: async () => undefined } : await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), "workshopsai-app-"));
  const clock = fixedClock(startsAt);
  const { log = createLog({ level: "silent", isPretty: false }) } = options;
  const app = await createApp({
    settings: testSettings(dataDir, settings),
    databaseUrl: database.url,
    clock,
    log,
    assetsFolder: null,
    passwords: cheapPasswords,
  });
  await app.server.ready();
  let people = 0;

  return {
    app,
    db: app.db,
    features: app.features,
    clock,
    url: database.url,
    dataDir,
    anonymous: clientOf(app.server, undefined),
    /** A signed-in client for a new person with a confirmed address. */
    async as(role: Role, name = `Person ${++people}`): Promise<SignedIn> {
      const email = `person-${++people}-${role}@example.org`;
      const { personId, cookie } = await signedInPerson(app, { name, email, role });
      return { ...clientOf(app.server, cookie), personId, email, cookie };
    },
    runJobs: () =>
      runDueJobs({ url: database.url, jobs: app.jobs, scheduled: app.scheduled, log, onRun: app.monitoring.onJobRun }),
    /** The mail sent so far, newest first. Run the jobs first. */
    async mails(): Promise<StoredMessage[]> {
      const { listMessages, getMessage } = app.features.mail;
      const messages = await Promise.all((await listMessages()).map(({ name }) => getMessage(name)));
      return messages.filter((message) => message !== undefined);
    },
    async close(): Promise<void> {
      await app.close();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function testSettings(dataDir: string, settings: Record<string, string>) {
  return loadSettings({
    NODE_ENV: "test",
    DATA_DIR: dataDir,
    APP_SECRET: "a secret that is only for tests, nothing else",
    PUBLIC_URL: "http://localhost:3001",
    // A busy machine is late without being asked too much.
    SHED_LAG_MS: "600000",
    ...settings,
  });
}

const password = "correct horse battery";

async function signedInPerson(app: App, person: { name: string; email: string; role: Role }) {
  const { id } = await app.features.identity.createPerson({ ...person, password, language: "en", isVerified: true });
  const answer = await app.server.inject({
    method: "POST",
    url: "/api/v1/account/sign-in",
    payload: { email: person.email, password },
  });
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  if (!cookie) throw new Error(`${person.role} could not sign in: ${answer.body}`);
  return { personId: id, cookie };
}
