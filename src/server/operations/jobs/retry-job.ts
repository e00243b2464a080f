import { AppError } from "../../../shared/kernel/error.ts";
import { record } from "../../audit/index.ts";
import { type Actor, authorise } from "../../platform/authz/actor.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Clock } from "../../platform/time/clock.ts";
import { findJobName, rescheduleJob } from "./queries.ts";

/** Lets a job run again at once. @throws {AppError} not_signed_in | forbidden | not_found | conflict while it runs */
export async function retryJob(deps: { db: Database; clock: Clock }, actor: Actor, jobId: string): Promise<void> {
  const { personId } = authorise(actor, "operations.act", false);
  await retryJobFor(deps, personId, jobId);
}

/** The same for whoever may do so anyway; null is somebody at the command line. @throws {AppError} not_found | conflict */
export async function retryJobFor(
  deps: { db: Database; clock: Clock },
  personId: string | null,
  jobId: string,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const name = await findJobName(tx, jobId);
    if (name === undefined) throw new AppError("not_found");
    if (!(await rescheduleJob(tx, jobId))) throw new AppError("conflict");
    await record(tx, {
      actorId: personId,
      action: "job.retried",
      subjectType: "job",
      subjectId: jobId,
      details: { name },
      at: deps.clock.now(),
    });
  });
}
