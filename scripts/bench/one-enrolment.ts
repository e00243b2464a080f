import pg from "pg";
import { createApp } from "../../src/server/app.ts";
import { loadSettings } from "../../src/server/platform/config/settings.ts";
import { createLog } from "../../src/server/platform/logging/log.ts";
import { systemClock } from "../../src/server/platform/time/clock.ts";
import type { Statements } from "./database.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f-]{17}$/;

/** A value that differs in every transaction; stands in a statement as SQL. */
interface Varying {
  sql: string;
}

/**
 * The statements of the transaction in which one person enrols, as the product sends them, made to be repeated by other
 * people: `person` is the SQL for the id of another one each time.
 */
export async function enrolmentStatements(
  { databaseUrl, dataDir, secret }: { databaseUrl: string; dataDir: string; secret: string },
  { workshopId, personId, person }: { workshopId: string; personId: string; person: string },
): Promise<Statements> {
  const settings = loadSettings({ NODE_ENV: "production", DATA_DIR: dataDir, APP_SECRET: secret });
  const log = createLog({ level: "silent", isPretty: false });
  const app = await createApp({ settings, databaseUrl, clock: systemClock, log, assetsFolder: null });
  const recording = recordQueries();
  try {
    const who = {
      kind: "person",
      personId,
      role: "participant",
      name: "Somebody",
      email: "somebody@example.org",
    } as const;
    const actor = { ...who, isEmailVerified: true, language: "en", loginSessionId: personId } as const;
    await app.features.enrolment.enrol(actor, { workshopId, isConfirmed: false });
  } finally {
    recording.stop();
    await app.close();
  }
  return inTransaction(recording.sent).map(({ text, values }) => ({
    text,
    values: values.map((value) => varied(value, { workshopId, personId, person })),
  }));
}

/** Ids that the product makes are made anew; the person is another one. */
function varied(value: unknown, fixed: { workshopId: string; personId: string; person: string }): unknown {
  if (value === fixed.personId) return { sql: fixed.person } satisfies Varying;
  if (typeof value !== "string" || value === fixed.workshopId || !uuid.test(value)) return value;
  return { sql: "gen_random_uuid()" } satisfies Varying;
}

function inTransaction(sent: Statements): Statements {
  const isText = (pattern: RegExp) => (one: { text: string }) => pattern.test(one.text.trim());
  const begin = sent.findIndex(isText(/^begin/i));
  const end = sent.findLastIndex(isText(/^commit/i));
  if (begin < 0 || end < begin) throw new Error("enrolling was not seen to be one transaction");
  return sent.slice(begin, end + 1);
}

/** Everything that is sent over any connection of this process from now on. */
function recordQueries(): { sent: Statements; stop(): void } {
  const sent: Statements = [];
  const { query } = pg.Client.prototype;
  const recorded = function (this: pg.Client, ...given: unknown[]) {
    const [config, values] = given as [string | { text: string; values?: unknown[] }, unknown];
    const text = typeof config === "string" ? config : config.text;
    const own = typeof config === "string" ? values : config.values;
    if (text) sent.push({ text, values: Array.isArray(own) ? [...own] : [] });
    return Reflect.apply(query, this, given) as unknown;
  };
  pg.Client.prototype.query = recorded as typeof query;
  return {
    sent,
    stop: () => {
      pg.Client.prototype.query = query;
    },
  };
}
