import type { HealthCheck } from "../../../shared/operations/health.ts";
import type { App } from "../../app.ts";
import type { Visit } from "../visit.ts";
import { type Finding, fail, ok, warn } from "./finding.ts";
import { countFailedJobs, hasAdmin } from "./queries.ts";

/** Of the product's own checks: what is looked at here with a remedy, and what is about the process that asks. */
const leftOut = new Set(["database", "storage", "disk", "mail", "jobs", "backup", "event-loop", "heap"]);
const hourMs = 60 * 60 * 1000;
const lateAfterMs = 10 * 60 * 1000;
const backupIsOldAfterMs = 26 * hourMs;

/** What the product itself knows of its work. */
export async function checkWork(visit: Visit): Promise<Finding[]> {
  const app = await visit.app();
  const { checks } = await app.monitoring.health.checkNow();
  const own = [
    await checkAdmin(app),
    await checkMaintenance(app),
    await checkQueue(app),
    await checkBackups(visit, app),
    await checkMail(visit),
  ];
  return [...own, ...checks.filter(({ name, status }) => status !== "off" && !leftOut.has(name)).map(findingOf)];
}

/** The product's own checks, as the studio shows them. */
function findingOf({ name, status, lastError }: HealthCheck): Finding {
  if (status === "healthy") return ok(name, "healthy");
  const says = `${status}${lastError ? `: ${lastError.message}` : ""}`;
  const remedy = "see the operations page in the studio for since when, and the guide for running it";
  return status === "unhealthy" ? fail(name, says, remedy) : warn(name, says, remedy);
}

async function checkAdmin({ db }: App): Promise<Finding> {
  if (await hasAdmin(db)) return ok("administrator", "there is one");
  return warn("administrator", "there is none", "npm run cli -- create-admin --name NAME --email ADDRESS");
}

async function checkMaintenance({ maintenance }: App): Promise<Finding> {
  const state = await maintenance.state();
  if (!state) return ok("maintenance", "off");
  return warn("maintenance", `on since ${state.since}: nobody can change anything`, "npm run cli -- maintenance off");
}

async function checkQueue({ db }: App): Promise<Finding> {
  const { failed, oldestDueAt } = await countFailedJobs(db);
  const lateMs = oldestDueAt ? Date.now() - oldestDueAt.getTime() : 0;
  if (failed > 0) return warn("jobs", `${failed} gave up`, "npm run cli -- jobs failed, then jobs retry ID");
  if (lateMs > lateAfterMs) {
    const says = `one has been due for ${Math.round(lateMs / 60_000)} min`;
    return warn("jobs", says, "see that a process with the role worker runs");
  }
  return ok("jobs", "none gave up, none is late");
}

async function checkBackups({ settings }: Visit, { backups }: App): Promise<Finding> {
  const last = await backups.lastBackup();
  const [attempt] = await backups.runs(1);
  const remedy = "npm run cli -- backup says what is wrong";
  if (attempt?.error) return fail("backup", `the last attempt failed: ${attempt.error}`, remedy);
  if (!last) return warn("backup", "there is none yet", "npm run cli -- backup");
  const ageMs = Date.now() - last.finishedAt.getTime();
  const says = `${(ageMs / hourMs).toFixed(0)} h old, ${last.verifiedAt ? "restored and counted" : "not restored"}`;
  const isOld = ageMs > backupIsOldAfterMs && settings.BACKUP_SCHEDULE !== "off";
  return isOld ? warn("backup", says, "see that a process with ROLES worker and scheduler runs") : ok("backup", says);
}

async function checkMail({ settings: { SMTP_URL } }: Visit): Promise<Finding> {
  if (SMTP_URL === undefined) return ok("mail", "is kept in files (no SMTP_URL)");
  const { createTransport } = await import("nodemailer");
  const transport = createTransport(SMTP_URL);
  try {
    await transport.verify();
    return ok("mail", "the server lets us in");
  } catch (error) {
    return fail("mail", (error as Error).message, "correct SMTP_URL, or ask who runs the mail server");
  } finally {
    transport.close();
  }
}
