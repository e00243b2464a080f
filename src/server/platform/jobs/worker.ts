import { setTimeout as delay } from "node:timers/promises";
import { Logger, parseCronItems, type Runner, run, runMigrations, runOnce, type TaskList } from "graphile-worker";
import type { Pool } from "pg";
import { createPool, Sockets } from "../db/connection.ts";
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

interface RunningWorkerOptions extends WorkerOptions {
  /** How many jobs run at a time; two unless given. */
  concurrency?: number;
  /** `Database.onLost`: a connection to a server that went away silently would otherwise hang for half a minute. */
  onLost?: (listener: () => void) => () => void;
}

export interface Worker {
  /** Finishes what is running and gives the rest back to the queue. */
  stop(): Promise<void>;
}

const startAgainAfterMs = 1_000;
const stopWithinMs = 8_000;

/**
 * Starts to take jobs; few at a time, so that the site stays quick. While the database is away the worker asks for jobs
 * every two seconds; should the queue give up all the same, it is started again.
 */
export async function startWorker(options: RunningWorkerOptions): Promise<Worker> {
  const sockets = new Sockets();
  const pool = createPool({ url: options.url, poolMax: 3, sockets });
  const forget = options.onLost?.(() => sockets.cut());
  let isStopping = false;
  let runner = await startRunner(options, pool);
  const watch = async () => {
    for (;;) {
      await runner.promise.catch((error: unknown) =>
        options.log.error({ component: "jobs", error }, "the queue ended"),
      );
      do {
        await delay(startAgainAfterMs, undefined, { ref: false });
        if (isStopping) return;
      } while (!(await startAgain()));
    }
  };
  const startAgain = async () => {
    try {
      runner = await startRunner(options, pool);
      return true;
    } catch {
      return false; // Still away.
    }
  };
  void watch();
  return {
    async stop() {
      isStopping = true;
      forget?.();
      const cut = setTimeout(() => sockets.cut(), stopWithinMs); // The database may be away.
      await runner.stop().catch(() => undefined); // It may have ended by itself.
      await pool.end();
      clearTimeout(cut);
    },
  };
}

function startRunner(options: RunningWorkerOptions, pool: Pool): Promise<Runner> {
  return run({
    pgPool: pool,
    taskList: taskList(options),
    parsedCronItems: parseCronItems(
      options.scheduled.map(({ name, cron }) => ({ task: name, match: cron, identifier: name })),
    ),
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    logger: loggerOver(options.log),
  });
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
