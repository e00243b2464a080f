import { Logger, parseCronItems, type Runner, run, runMigrations, runOnce, type TaskList } from "graphile-worker";
import { createPool } from "../db/connection.ts";
import type { Log } from "../logging/log.ts";
import type { Job, Jobs, ScheduledJob } from "./jobs.ts";
import { addJob } from "./queries.ts";

export const jobs: Jobs = { add: addJob };

/** Makes or updates the tables of the job queue. Safe to call from several processes at once. */
export async function migrateJobs(url: string): Promise<void> {
  const pool = createPool({ url, poolMax: 1 });
  try {
    await runMigrations({ pgPool: pool, logger: silent });
  } finally {
    await pool.end();
  }
}

export interface WorkerOptions {
  url: string;
  jobs: Job[];
  /** Empty for a process that does not have the role `scheduler`. */
  scheduled: ScheduledJob[];
  log: Log;
}

export interface Worker {
  /** Finishes what is running and gives the rest back to the queue. */
  stop(): Promise<void>;
}

/** Starts to take jobs; at most `concurrency` run at a time, so that the site stays quick. */
export async function startWorker(options: WorkerOptions & { concurrency?: number }): Promise<Worker> {
  const pool = createPool({ url: options.url, poolMax: 3 });
  const runner: Runner = await run({
    pgPool: pool,
    taskList: taskList(options),
    parsedCronItems: parseCronItems(
      options.scheduled.map(({ name, cron }) => ({ task: name, match: cron, identifier: name })),
    ),
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    logger: loggerOver(options.log),
  });
  return {
    async stop() {
      await runner.stop();
      await pool.end();
    },
  };
}

/** Runs every job that is due now, and those that these add, then returns. For tests and the command line. */
export async function runDueJobs(options: WorkerOptions): Promise<void> {
  const pool = createPool({ url: options.url, poolMax: 2 });
  try {
    await runOnce({
      pgPool: pool,
      taskList: taskList(options),
      parsedCronItems: [],
      noHandleSignals: true,
      logger: loggerOver(options.log),
    });
  } finally {
    await pool.end();
  }
}

function taskList({ jobs: list, scheduled }: WorkerOptions): TaskList {
  const tasks: TaskList = {};
  for (const { name, run: work } of list) tasks[name] = (payload) => work(payload as never);
  for (const { name, run: work } of scheduled) tasks[name] = () => work();
  return tasks;
}

const silent = new Logger(() => () => undefined);

/** The queue's own chatter is left out; its warnings and errors reach our log. */
function loggerOver(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ component: "jobs" }, message);
    else if (level === "warning") log.warn({ component: "jobs" }, message);
  });
}
