import type { Database } from "../../platform/db/database.ts";
import type { Clock } from "../../platform/time/clock.ts";
import { deleteResolvedBefore } from "./queries.ts";

const keptDays = 90;

/** Deletes alerts that have been over for 90 days. */
export async function purgeAlerts({ db, clock }: { db: Database; clock: Clock }): Promise<void> {
  await deleteResolvedBefore(db, new Date(clock.now().getTime() - keptDays * 24 * 60 * 60_000));
}
