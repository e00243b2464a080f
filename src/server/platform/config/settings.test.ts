import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadSettings, SettingsError } from "./settings.ts";
import { settingNames } from "./settings-schema.ts";
import { renderEnvExample, renderSettingsReference } from "./settings-texts.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "settings-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const secret = "0123456789abcdef0123456789abcdef";
const load = (env: Record<string, string> = {}, dotEnv?: string) => {
  const file = join(folder, ".env");
  if (dotEnv !== undefined) writeFileSync(file, dotEnv);
  return loadSettings({ DATA_DIR: join(folder, "data"), ...env }, file);
};

function problemsOf(env: Record<string, string>, dotEnv?: string): readonly string[] {
  try {
    load(env, dotEnv);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe("settings", () => {
  test("need nothing: every default is filled in", () => {
    expect(load()).toEqual({
      NODE_ENV: "development",
      ROLES: ["web", "worker", "scheduler"],
      WEB_CONCURRENCY: 1,
      WEB_TIMEOUT_SECONDS: 30,
      DRAIN_SECONDS: 0,
      LOG_LEVEL: "info",
      DEMO: "auto",
      HOST: "127.0.0.1",
      PORT: 3001,
      PUBLIC_URL: "http://localhost:3001",
      TRUST_PROXY: false,
      GRAPHQL_INTROSPECTION: "auto",
      LIMIT_MAX: 1000,
      LIMIT_WINDOW_MINUTES: 15,
      SHED_LAG_MS: 1000,
      SLOW_REQUEST_MS: 1000,
      MEMORY_WARN_MB: 500,
      DATABASE_URL: undefined,
      DATABASE_DIRECT_URL: undefined,
      DATABASE_REPLICA_URLS: [],
      DB_POOLER: "none",
      DB_POOL_MAX: 10,
      DB_PIPELINE: Math.min(4, Math.max(2, availableParallelism())),
      BACKUP_SCHEDULE: "15 2 * * *",
      BACKUP_KEEP_DAILY: 7,
      BACKUP_KEEP_WEEKLY: 4,
      CACHE_MEMORY_MB: 64,
      DATA_DIR: join(folder, "data"),
      APP_SECRET: expect.stringMatching(/^.{43}$/),
      SMTP_URL: undefined,
      MAIL_FROM: "WorkshopsAI <workshops@localhost>",
      ALERT_MAIL_TO: [],
      ALERT_LANGUAGE: "en",
      ALERT_WEBHOOK_ALLOW_PRIVATE: false,
      ALERT_TIME_ZONE: "Europe/Warsaw",
      ALERT_REMIND_HOURS: 4,
      ALERT_MIN_REQUESTS: 50,
      ALERT_P95_MS: 400,
      ALERT_P99_MS: 600,
      ALERT_ERROR_PERCENT: 1,
      ALERT_HIT_RATE_PERCENT: 80,
      ALERT_POOL_WAITING: 5,
      ALERT_QUEUE_AGE_SECONDS: 300,
      ALERT_FAILED_JOBS: 1,
      ALERT_HEAP_PERCENT: 85,
      ALERT_EVENT_LOOP_MS: 200,
      ALERT_DISK_FREE_MB: 1024,
      ALERT_BACKUP_HOURS: 26,
      ALERT_STATISTICS_MINUTES: 180,
      ALERT_CERTIFICATE_DAYS: 14,
      OTEL_SERVICE_NAME: "workshopsai",
      OTEL_TRACES_SAMPLER: "parentbased_traceidratio",
      OTEL_TRACES_SAMPLER_ARG: 1,
      OTEL_BSP_SCHEDULE_DELAY: 1_000,
      given: ["DATA_DIR"],
    });
  });

  test("come typed, frozen, and some follow others", () => {
    const settings = load({ NODE_ENV: "production", PORT: "8080", ROLES: "worker, scheduler", TRUST_PROXY: "1" });
    expect(settings).toMatchObject({
      HOST: "0.0.0.0",
      DRAIN_SECONDS: 5,
      PORT: 8080,
      PUBLIC_URL: "http://localhost:8080",
      ROLES: ["worker", "scheduler"],
      TRUST_PROXY: true,
      LIMIT_MAX: 100,
    });
    expect(Object.isFrozen(settings)).toBe(true);
    expect(load({ WEB_CONCURRENCY: "12" }).WEB_CONCURRENCY).toBe(12);
    expect(load({ WEB_CONCURRENCY: "auto" }).WEB_CONCURRENCY).toBe(availableParallelism());
    expect(load({ PUBLIC_URL: "https://workshops.example.org/" }).PUBLIC_URL).toBe("https://workshops.example.org");
  });

  test("of the environment go before those of the file, and empty ones count as none", () => {
    expect(load({ PORT: "4000" }, 'PORT=5000\nLOG_LEVEL="debug" # loud\nHOST=\n')).toMatchObject({
      PORT: 4000,
      LOG_LEVEL: "debug",
      HOST: "127.0.0.1",
    });
    expect(load({ PORT: "" }, "PORT=5000")).toMatchObject({ PORT: 5000 });
  });

  test("that are malformed are all told at once, one line each, never with their value", () => {
    const problems = problemsOf({
      NODE_ENV: "live",
      PORT: "99999",
      DATABASE_URL: "mysql://root:hunter2@db/shop",
      SMTP_URL: "not an address",
      APP_SECRET: "short-hunter2",
      ROLES: "web,cook",
      WEB_CONCURRENCY: "0",
      DB_PIPELINE: "yes",
      MAIL_FROM: "nobody",
    });
    expect(problems).toEqual([
      "NODE_ENV: expected development, test or production",
      "ROLES: expected a list of web, worker and scheduler, parted by commas",
      "WEB_CONCURRENCY: expected a whole number from 1 to 99, or auto",
      "PORT: expected a whole number from 0 to 65535",
      "DATABASE_URL: expected an address like postgresql://user:password@host:5432/database",
      "DB_PIPELINE: expected a whole number from 0 to 16",
      "APP_SECRET: expected at least 32 characters, the same for all processes",
      "SMTP_URL: expected an address like smtps://user:password@host:465",
      "MAIL_FROM: expected an address, or Name <address>",
    ]);
    expect(problems.join()).not.toContain("hunter2");
  });

  test("that do not exist are refused in the file; in the environment only almost right names are", () => {
    expect(problemsOf({}, "DATABSE_URL=postgresql://a@b/c\nCOLOUR=red\n")).toEqual([
      `COLOUR: unknown setting in ${join(folder, ".env")}`,
      `DATABSE_URL: unknown setting in ${join(folder, ".env")}, did you mean DATABASE_URL?`,
    ]);
    expect(problemsOf({ DATABSE_URL: "x", database_url: "y", DATADIR: "z" }, "")).toEqual([
      "DATABSE_URL: unknown setting in the environment, did you mean DATABASE_URL?",
      "database_url: unknown setting in the environment, did you mean DATABASE_URL?",
      "DATADIR: unknown setting in the environment, did you mean DATA_DIR?",
    ]);
    const usual = { PATH: "/bin", POST: "1", HOSTNAME: "box", NODE_OPTIONS: "", PGHOST: "db", EMAIL: "a", LANG: "pl" };
    expect(problemsOf(usual, "")).toEqual([]);
  });

  test("depend on each other: a shared secret with a server in production, a sender with an SMTP server", () => {
    const production = { NODE_ENV: "production", DATABASE_URL: "postgresql://app@db/app" };
    expect(problemsOf({ ...production, SMTP_URL: "smtp://mail" })).toEqual([
      "APP_SECRET: needed in production with DATABASE_URL: at least 32 characters, the same for all processes",
      "MAIL_FROM: needed with SMTP_URL: an address, or Name <address>",
    ]);
    expect(load({ ...production, APP_SECRET: secret }).APP_SECRET).toBe(secret);
  });

  test("about alerts are refused when nobody could be told, or the wrong ones", () => {
    const secretly = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    expect(problemsOf({ ALERT_WEBHOOK_URL: "https://hooks.example.org/", ALERT_MAIL_SEVERITY: "critical" })).toEqual([
      "ALERT_WEBHOOK_SECRET: needed with ALERT_WEBHOOK_URL: whsec_ and 24 to 64 random bytes in base64",
      "ALERT_MAIL_TO: needed with ALERT_MAIL_SEVERITY: a list of at most 20 mail addresses, parted by commas",
    ]);
    expect(problemsOf({ ALERT_WEBHOOK_SECRET: secretly, ALERT_QUIET_HOURS: "22-7", ALERT_MAIL_TO: "ada" })).toEqual([
      "ALERT_MAIL_TO: expected a list of at most 20 mail addresses, parted by commas",
      "ALERT_QUIET_HOURS: expected two different times like 22:00-07:00",
      "ALERT_WEBHOOK_URL: needed with ALERT_WEBHOOK_SECRET: an address that begins with http:// or https://",
    ]);
    for (const wrong of ["22:00-22:00", "24:00-07:00", "22:00–07:00"]) {
      expect(problemsOf({ ALERT_QUIET_HOURS: wrong })).toHaveLength(1);
    }
    for (const weak of ["whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]) {
      expect(problemsOf({ ALERT_WEBHOOK_URL: "https://hooks.example.org/", ALERT_WEBHOOK_SECRET: weak })).toHaveLength(
        1,
      );
    }
    const inside = { ALERT_WEBHOOK_URL: "http://192.168.1.5/hook", ALERT_WEBHOOK_SECRET: secretly };
    expect(problemsOf(inside)).toEqual([
      "ALERT_WEBHOOK_URL: leads to this machine or its own network: expected a public address, or ALERT_WEBHOOK_ALLOW_PRIVATE=1 beside it",
    ]);
    expect(load({ ...inside, ALERT_WEBHOOK_ALLOW_PRIVATE: "1", ALERT_MAIL_TO: "a@b.org, c@d.org" })).toMatchObject({
      ALERT_MAIL_TO: ["a@b.org", "c@d.org"],
    });
  });

  test("include a secret that is made once and that only its owner may read", () => {
    const first = load().APP_SECRET;
    expect(load().APP_SECRET).toBe(first);
    const path = join(folder, "data", "secret");
    expect(readFileSync(path, "utf8").trim()).toBe(first);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    writeFileSync(path, "cut");
    expect(() => load()).toThrow(`${path} is damaged`);
  });
});

describe("what people read about settings", () => {
  test(".env.example is fresh, and loads with every line switched on that has a value", async () => {
    const example = renderEnvExample();
    await expect(example).toMatchFileSnapshot("../../../../.env.example");
    const switchedOn = example.replace(/^# ([A-Z_]+=.+)$/gm, "$1");
    expect(load({}, switchedOn)).toEqual(load());
  });

  test("docs/reference/settings.md is fresh and names every setting", async () => {
    const reference = renderSettingsReference();
    await expect(reference).toMatchFileSnapshot("../../../../docs/reference/settings.md");
    for (const name of settingNames) expect(reference).toContain(`| \`${name}\` |`);
  });
});
