import { record } from "../../audit/index.ts";
import { type Actor, authorise } from "../../platform/authz/actor.ts";
import type { Cache } from "../../platform/cache/cache.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Clock } from "../../platform/time/clock.ts";

interface ClearDeps {
  db: Database;
  cache: Pick<Cache, "invalidateAfter">;
  clock: Clock;
}

/** Drops a tag in every process and in Redis. @throws {AppError} not_signed_in | forbidden */
export async function clearTag({ db, cache, clock }: ClearDeps, actor: Actor, tag: string): Promise<void> {
  const { personId } = authorise(actor, "operations.act", false);
  await db.transaction(async (tx) => {
    cache.invalidateAfter(tx, [tag]);
    const subject = { subjectType: "cache_tag", subjectId: tag };
    await record(tx, { actorId: personId, action: "cache.cleared", ...subject, at: clock.now() });
  });
}
