import { StartupError } from "../platform/config/startup-error.ts";
import { type Answer, type Command, megabytes, tableOf } from "./command.ts";
import type { Visit } from "./visit.ts";

const usage = "backups [list | verify [NAME]]";

export const backups: Command = {
  usage,
  summary: "what backups there are; restore one (the newest) into a scratch database and count its rows",
  async run(visit, { words: [action = "list", name] }) {
    if (action === "list") return list(visit);
    if (action === "verify") return verify(visit, name);
    throw new StartupError(`Usage: npm run cli -- ${usage}`);
  },
};

async function list(visit: Visit): Promise<Answer> {
  const app = await visit.app();
  const [stored, runs] = [await app.backups.list(), await app.backups.runs(1_000)];
  const items = stored.map((backup) => {
    const run = runs.find((each) => each.name === backup.name);
    return { ...backup, verifiedAt: run?.verifiedAt ?? null };
  });
  const rows = items.map(({ name, bytes, verifiedAt, isUnproven }) => [
    name,
    megabytes(bytes),
    isUnproven ? "DID NOT PASS ITS CHECK" : verifiedAt ? `checked ${verifiedAt.toISOString()}` : "not checked",
  ]);
  return { text: rows.length > 0 ? tableOf(rows) : "There is no backup yet: npm run cli -- backup", data: items };
}

async function verify(visit: Visit, given: string | undefined): Promise<Answer> {
  const app = await visit.app();
  const name = given ?? (await app.backups.list()).find(({ isUnproven }) => !isUnproven)?.name;
  if (name === undefined) throw new StartupError("there is no backup yet: npm run cli -- backup");
  const { isRestored, note } = await app.backups.verify(name);
  const text = isRestored ? `${name} was restored into a scratch database; every row is there.` : `${name}: ${note}`;
  return { text, data: { name, isRestored, note } };
}
