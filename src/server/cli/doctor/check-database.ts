import { listApplied } from "../../platform/backup/queries/snapshot.ts";
import { readMigrations } from "../../platform/db/migrate.ts";
import { openSession, type Session } from "../../platform/db/session.ts";
import type { Visit } from "../visit.ts";
import { type Finding, fail, ok, warn } from "./finding.ts";
import { findServer, type Server } from "./queries.ts";

const neededExtensions = ["btree_gist", "pg_trgm"];
const toleratedSkewMs = 2_000;

/** Whether it is there, of use, and up to date; `isUsable` when what is in it can be looked at. */
export async function checkDatabase(visit: Visit): Promise<{ findings: Finding[]; isUsable: boolean }> {
  let session: Session;
  try {
    session = await openSession(await visit.directUrl());
  } catch (error) {
    const remedy =
      "start the database server, or correct DATABASE_URL; with the built-in one see that DATA_DIR can be written to, and postgres.log in it";
    return { findings: [fail("database", (error as Error).message, remedy)], isUsable: false };
  }
  try {
    const server = await findServer(session);
    const migrations = await checkMigrations(session);
    return {
      findings: [checkServer(server), checkClock(server), checkExtensions(server), migrations],
      isUsable: !server.isInRecovery && migrations.status !== "fail",
    };
  } finally {
    await session.close();
  }
}

function checkServer({ version, isInRecovery }: Server): Finding {
  if (!isInRecovery) return ok("database", `PostgreSQL ${version}`);
  return fail("database", `PostgreSQL ${version} in recovery: it takes no writes`, "set DATABASE_URL to the primary");
}

function checkClock({ now }: Server): Finding {
  const skewMs = Math.abs(now.getTime() - Date.now());
  const says = `${(skewMs / 1000).toFixed(1)} s between this machine and the database`;
  if (skewMs <= toleratedSkewMs) return ok("clock", says);
  return warn("clock", says, "set both clocks by NTP (timedatectl set-ntp true)");
}

function checkExtensions({ extensions }: Server): Finding {
  const missing = neededExtensions.filter((name) => !extensions.includes(name));
  if (missing.length === 0) return ok("extensions", neededExtensions.join(", "));
  return fail(
    "extensions",
    `${missing.join(", ")} missing`,
    `as a superuser: ${missing.map((name) => `create extension ${name};`).join(" ")} or let migrate try`,
  );
}

async function checkMigrations(session: Session): Promise<Finding> {
  const known = new Map(readMigrations().map(({ name, checksum }) => [name, checksum]));
  const applied = await listApplied(session);
  const changed = applied.filter(({ name, checksum }) => known.has(name) && known.get(name) !== checksum);
  if (changed[0]) return fail("migrations", `${changed[0].name} was changed after it was applied`, "restore the file");
  const pending = known.size - applied.filter(({ name }) => known.has(name)).length;
  const later = applied.filter(({ name }) => !known.has(name));
  if (pending > 0)
    return fail("migrations", `${pending} are not applied`, "npm run cli -- migrate, or start the product");
  if (later[0])
    return warn("migrations", `${later[0].name} is of a newer version`, "update the product on this machine");
  return ok("migrations", `all ${known.size} are applied`);
}
