import type { JobOutcome } from "../jobs/jobs.ts";
import { DurationCounts } from "./duration-counts.ts";
import { counter, type Family, histogram } from "./family.ts";

interface OneJob {
  times: DurationCounts;
  outcomes: Record<JobOutcome, number>;
}

/** How long the jobs of this process ran, and how they ended. */
export class JobCounts {
  readonly #jobs = new Map<string, OneJob>();

  record(job: string, outcome: JobOutcome, milliseconds: number): void {
    const counts = this.#jobs.get(job) ?? { times: new DurationCounts(), outcomes: { done: 0, failed: 0 } };
    this.#jobs.set(job, counts);
    counts.times.add(milliseconds);
    counts.outcomes[outcome] += 1;
  }

  families(): Family[] {
    const jobs = [...this.#jobs];
    return [
      histogram(
        { name: "workshopsai_job_duration_seconds", help: "How long jobs ran, by job" },
        jobs.map(([job, { times }]) => ({ labels: { job_name: job }, times })),
      ),
      counter(
        { name: "workshopsai_job_runs_total", help: "Runs of jobs by job and outcome; one that failed is tried again" },
        jobs.flatMap(([job, { outcomes }]) =>
          Object.entries(outcomes).map(([outcome, value]) => ({ labels: { job_name: job, outcome }, value })),
        ),
      ),
    ];
  }
}
