import { EventEmitter } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import {
  Logger,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  runOnce,
  type TaskList,
  type WorkerEvents,
  type WorkerPool,
} from "graphile-worker";
import type { Pool } from "pg";
import { createPool, Sockets } from "../db/connection.ts";
import type { Log } from "../logging/log.ts";
import type { Job, OnJobRun, ScheduledJob } from "./jobs.ts";
import { LostWorkers } from "./lost-workers.ts";
import { tryAgainWhileAway } from "./try-again-while-away.ts";

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
  /** Told how each run ended and how long it took. */
  onRun?: OnJobRun;
}

interface RunningWorkerOptions extends WorkerOptions {
  /** How many jobs run at a time; two unless given. */
  concurrency?: number;
  /** `Database.onLost`: a connection to a server that went away silently would otherwise hang for half a minute. */
  onLost?: (listener: () => void) => () => void;
  /** How often to look for jobs whose worker is gone. */
  lookEveryMs?: number;
}

export interface Worker {
  /** Takes no more jobs and finishes those that run. What still runs then goes back to the queue, to be done again. */
  stop(options: { withinMs: number }): Promise<void>;
}

const startAgainAfterMs = 1_000;
/** For giving jobs back, which needs the database. */
const giveBackWithinMs = 1_500;

/**
 * Starts to take jobs; few at a time, so that the site stays quick. While the database is away the worker asks for jobs
 * every two seconds; should the queue give up all the same, it is started again.
 */
export async function startWorker(options: RunningWorkerOptions): Promise<Worker> {
  const sockets = new Sockets();
  const pool = createPool({ url: options.url, poolMax: 3, sockets });
  const giveUp = tryAgainWhileAway(pool);
  const forget = options.onLost?.(() => sockets.cut());
  let isStopping = false;
  const lostWorkers = new LostWorkers(options);
  await lostWorkers.start();
  const start = () => lostWorkers.whileStarting((onName) => startRunner(options, pool, onName));
  let queue = await start().catch(async (error: unknown) => {
    await lostWorkers.close();
    throw error;
  });
  const watch = async () => {
    for (;;) {
      await queue.runner.promise.catch((error: unknown) =>
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
      queue = await start();
      return true;
    } catch {
      return false; // Still away.
    }
  };
  void watch();
  return {
    async stop({ withinMs }) {
      isStopping = true;
      giveUp();
      forget?.();
      const stopped = queue.runner.stop().catch(() => undefined); // It may have ended by itself.
      const isStopped = await Promise.race([stopped.then(() => true), delay(withinMs, false, { ref: false })]);
      const cut = setTimeout(() => sockets.cut(), giveBackWithinMs); // The database may be away.
      if (isStopped) await pool.end();
      // The pool stays: a job that ends after all still writes that down while the process ends.
      else await giveBack(queue.workers);
      await lostWorkers.close();
      clearTimeout(cut);
    },
  };
}

async function giveBack(workers: WorkerPool | undefined): Promise<void> {
  try {
    await workers?.forcefulShutdown("the process was stopped");
  } catch {
    // Without the database the jobs stay taken until another process finds that nobody works on them; see LostWorkers.
  }
}

interface Queue {
  runner: Runner;
  workers: WorkerPool | undefined;
}

async function startRunner(options: RunningWorkerOptions, pool: Pool, onName: (name: string) => void): Promise<Queue> {
  const events: WorkerEvents = new EventEmitter();
  let workers: WorkerPool | undefined;
  events.once("pool:create", ({ workerPool }) => {
    workers = workerPool;
    onName(workerPool.id);
  });
  const runner = await run({
    pgPool: pool,
    taskList: taskList(options),
    parsedCronItems: parseCronItems(
      options.scheduled.map(({ name, cron }) => ({ task: name, match: cron, identifier: name })),
    ),
    concurrency: options.concurrency ?? 2,
    noHandleSignals: true,
    events,
    logger: loggerOver(options.log),
  });
  return { runner, workers };
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

function taskList({ jobs: list, scheduled, onRun }: WorkerOptions): TaskList {
  const tasks: TaskList = {};
  for (const { name, run: work } of list) tasks[name] = (payload) => timed(name, work(payload as never), onRun);
  for (const { name, run: work } of scheduled) tasks[name] = () => timed(name, work(), onRun);
  return tasks;
}

async function timed(name: string, work: Promise<void>, onRun?: OnJobRun): Promise<void> {
  const begunAt = performance.now();
  try {
    await work;
    onRun?.(name, "done", performance.now() - begunAt);
  } catch (error) {
    onRun?.(name, "failed", performance.now() - begunAt);
    throw error;
  }
}

const silent = new Logger(() => () => undefined);

/** The queue's own chatter is left out; its warnings and errors reach our log. */
function loggerOver(log: Log): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ component: "jobs" }, message);
    else if (level === "warning") log.warn({ component: "jobs" }, message);
  });
}
