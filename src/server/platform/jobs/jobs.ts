import type { Db } from "../db/database.ts";

/** A run that failed is tried again later, up to the queue's limit. */
export type JobOutcome = "done" | "failed";
export type OnJobRun = (name: string, outcome: JobOutcome, milliseconds: number) => void;

/** Work that is done later, by a process with the role `worker`. It may run more than once: make it repeatable. */
export interface Job<Payload = never> {
  name: string;
  run(payload: Payload): Promise<void>;
}

/** A job at fixed times. `cron` has five fields and is read in UTC. */
export interface ScheduledJob {
  name: string;
  cron: string;
  run(): Promise<void>;
}

export function job<Payload>(name: string, run: (payload: Payload) => Promise<void>): Job {
  return { name, run } as Job;
}

export interface JobRequest {
  name: string;
  payload: object;
  /** Not before then; at once unless given. */
  runAt?: Date;
  /** A job with the same key replaces one that has not started. */
  key?: string;
}

export interface Jobs {
  /** Adds a job inside the caller's transaction: it exists exactly when the transaction commits. */
  add(db: Db, request: JobRequest): Promise<void>;
}

export interface JobQueue extends Jobs {
  /** Takes back the job with that key, if there is one; one that runs is not tried again. */
  remove(db: Db, key: string): Promise<void>;
}
