import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Instant } from "../kernel/instant.ts";

const tag = "operations";
const Count = z.int().min(0);

/** `retrying` has failed and will be tried again by itself; `failed` will not. `planned` is not due yet. */
export const jobStates = ["waiting", "planned", "running", "retrying", "failed"] as const;
export const JobState = z.enum(jobStates);
export type JobState = z.infer<typeof JobState>;

/** What is to be done later, without what it is about. */
export const JobSummary = z.object({
  id: z.string(),
  name: z.string(),
  state: JobState,
  attempts: Count,
  maxAttempts: Count,
  dueAt: Instant,
  createdAt: Instant,
  /** What went wrong last, without addresses and tokens. */
  lastError: z.string().nullable(),
});
export type JobSummary = z.infer<typeof JobSummary>;

export const JobList = z.object({
  counts: z.array(z.object({ name: z.string(), state: JobState, count: Count })),
  /** Failed ones first, then those that are due first. */
  items: z.array(JobSummary),
});
export type JobList = z.infer<typeof JobList>;

export const jobsContract = {
  listJobs: endpoint({
    id: "listJobs",
    method: "GET",
    path: "/api/v1/studio/operations/jobs",
    summary: "Jobs that wait, run or have failed: counted by name and state, and the first hundred.",
    tag,
    access: "operations.read",
    query: z.object({ state: JobState.optional() }),
    response: JobList,
  }),
  retryJob: endpoint({
    id: "retryJob",
    method: "POST",
    path: "/api/v1/studio/operations/jobs/{jobId}/retry",
    summary: "Runs a job as soon as possible, with all its attempts before it.",
    tag,
    access: "operations.act",
    params: z.strictObject({ jobId: z.string().regex(/^[1-9]\d{0,17}$/) }),
    errors: ["not_found", "conflict"],
  }),
};
