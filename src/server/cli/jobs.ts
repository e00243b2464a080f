import { type JobState, jobStates } from "../../shared/operations/jobs-contract.ts";
import { retryJobFor, showJobs } from "../operations/index.ts";
import { StartupError } from "../platform/config/startup-error.ts";
import { systemClock } from "../platform/time/clock.ts";
import { type Answer, type Command, tableOf, wordOf } from "./command.ts";
import type { Visit } from "./visit.ts";

const usage = `jobs [list | ${jobStates.join(" | ")} | retry ID]`;

export const jobs: Command = {
  usage,
  summary: "what is to be done later: all of it or one kind; let one run again at once",
  async run(visit, given) {
    const [action = "list"] = given.words;
    if (action === "retry") return retry(visit, wordOf(given, 1, usage));
    const state = jobStates.find((each) => each === action);
    if (action !== "list" && !state) throw new StartupError(`Usage: npm run cli -- ${usage}`);
    return list(visit, state);
  },
};

async function list(visit: Visit, state: JobState | undefined): Promise<Answer> {
  const { db } = await visit.app();
  const found = await showJobs(db, state);
  const counts = found.counts.map(({ name, state: of, count }) => [name, of, count]);
  const rows = found.items.map(({ id, name, state: of, attempts, maxAttempts, dueAt, lastError }) => [
    ...[id, name, of, `${attempts}/${maxAttempts}`, dueAt, lastError ?? ""],
  ]);
  const text = rows.length === 0 ? "Nothing is waiting." : `${tableOf(counts)}\n\n${tableOf(rows)}`;
  return { text, data: found };
}

async function retry(visit: Visit, id: string): Promise<Answer> {
  if (!/^\d{1,18}$/.test(id)) throw new StartupError(`${id} is not the number of a job: npm run cli -- jobs failed`);
  const { db } = await visit.app();
  await retryJobFor({ db, clock: systemClock }, null, id);
  return { text: `Job ${id} runs again as soon as a worker is free.`, data: { id } };
}
