import { parseArgs } from "node:util";
import { createApp } from "./app.ts";
import { record } from "./audit/index.ts";
import { loadSettings } from "./platform/config/settings.ts";
import { StartupError } from "./platform/config/startup-error.ts";
import { newToken } from "./platform/crypto/token.ts";
import { startEmbedded } from "./platform/db/embedded.ts";
import { migrate } from "./platform/db/migrate.ts";
import { migrateJobs } from "./platform/jobs/worker.ts";
import { createLog } from "./platform/logging/log.ts";
import { systemClock } from "./platform/time/clock.ts";

const usage = `Usage: npm run cli -- <command>

  migrate                                   bring the database up to date
  create-admin --name NAME --email ADDRESS  make an administrator; prints a password to be changed after signing in`;

type Command = (directUrl: string) => Promise<string>;

const commands: Record<string, Command> = { migrate: migrateDatabase, "create-admin": createAdmin };

async function main(): Promise<void> {
  const command = commands[process.argv[2] ?? ""];
  if (!command) throw new StartupError(usage);
  const { DATABASE_URL, DATABASE_DIRECT_URL, DATA_DIR } = loadSettings(process.env, ".env");
  const embedded = DATABASE_URL === undefined ? await startEmbedded({ dataDir: DATA_DIR }) : undefined;
  try {
    process.stdout.write(`${await command(DATABASE_DIRECT_URL ?? DATABASE_URL ?? embedded?.url ?? "")}\n`);
  } finally {
    await embedded?.stop();
  }
}

async function migrateDatabase(directUrl: string): Promise<string> {
  const applied = await migrate({ url: directUrl });
  await migrateJobs(directUrl);
  return applied.length > 0 ? `Applied ${applied.join(", ")}` : "The database is up to date.";
}

async function createAdmin(directUrl: string): Promise<string> {
  const { name, email } = adminArguments();
  await migrateDatabase(directUrl);
  const settings = loadSettings(process.env, ".env");
  const log = createLog({ level: "warn", isPretty: true });
  const app = await createApp({
    settings,
    databaseUrl: settings.DATABASE_URL ?? directUrl,
    clock: systemClock,
    log,
    assetsFolder: null,
  });
  try {
    const password = newToken().slice(0, 20);
    const admin = { name, email, password, role: "admin", language: "en", isVerified: true } as const;
    const { id } = await app.features.identity.createPerson(admin);
    const at = systemClock.now();
    await record(app.db, { actorId: null, action: "person.createdByCli", subjectType: "person", subjectId: id, at });
    return `Administrator ${email}\nPassword      ${password}`;
  } finally {
    await app.close();
  }
}

function adminArguments(): { name: string; email: string } {
  const options = { name: { type: "string" }, email: { type: "string" } } as const;
  const { values } = parseArgs({ args: process.argv.slice(3), options });
  if (!values.name || !values.email) throw new StartupError(usage);
  return { name: values.name, email: values.email };
}

main().catch((error: unknown) => {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${error instanceof StartupError || !(error instanceof Error) ? text : error.stack}\n`);
  process.exit(1);
});
