import type { JobList, JobState } from "../../../shared/operations/jobs-contract.ts";
import type { Database } from "../../platform/db/database.ts";
import { redactedText } from "../../platform/logging/redact.ts";
import { countJobs, listJobs } from "./queries.ts";

const longestError = 500;

/** What waits, runs and has failed, without payloads. */
export async function showJobs(db: Database, state: JobState | undefined): Promise<JobList> {
  const [counts, rows] = await Promise.all([countJobs(db), listJobs(db, state)]);
  const items = rows.map(({ dueAt, createdAt, lastError, ...job }) => ({
    ...job,
    dueAt: dueAt.toISOString(),
    createdAt: createdAt.toISOString(),
    lastError: lastError === null ? null : shortError(lastError),
  }));
  return { counts, items };
}

/** The queue keeps a whole stack; its first line says what happened. */
function shortError(text: string): string {
  const [first = ""] = text.trim().split("\n");
  return redactedText(first).slice(0, longestError);
}
