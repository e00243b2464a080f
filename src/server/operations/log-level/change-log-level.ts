import type { LevelInForce, LevelRequest } from "../../../shared/operations/log-level-contract.ts";
import { record } from "../../audit/index.ts";
import { type Actor, authorise } from "../../platform/authz/actor.ts";
import type { Cache } from "../../platform/cache/cache.ts";
import type { Database } from "../../platform/db/database.ts";
import { findKept, forget, keep } from "../../platform/kept-values/queries.ts";
import type { Clock } from "../../platform/time/clock.ts";
import { type KeptLevel, name, tag } from "./follow-log-level.ts";

export interface LogLevelDeps {
  db: Database;
  cache: Pick<Cache, "invalidateAfter">;
  clock: Clock;
}

/** Switches the log of all processes of the installation for a while. @throws {AppError} not_signed_in | forbidden */
export async function changeLogLevel(deps: LogLevelDeps, actor: Actor, wanted: LevelRequest): Promise<LevelInForce> {
  const { personId } = authorise(actor, "operations.act", false);
  return changeLogLevelFor(deps, personId, wanted);
}

/** The same for whoever may do so anyway; null is somebody at the command line. */
export async function changeLogLevelFor(
  deps: LogLevelDeps,
  personId: string | null,
  { level, minutes }: LevelRequest,
): Promise<LevelInForce> {
  const at = deps.clock.now();
  const until = new Date(at.getTime() + minutes * 60_000).toISOString();
  await deps.db.transaction(async (tx) => {
    await keep(tx, name, { value: { level, until }, at });
    await record(tx, { actorId: personId, ...change, details: { level, minutes }, at });
    deps.cache.invalidateAfter(tx, [tag]);
  });
  return { level, until };
}

/** Gives every process the level of its settings back. */
export async function resetLogLevelFor(deps: LogLevelDeps, personId: string | null): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await forget(tx, name);
    await record(tx, { actorId: personId, ...change, details: { level: null }, at: deps.clock.now() });
    deps.cache.invalidateAfter(tx, [tag]);
  });
}

/** What is asked of all processes now; undefined while each has the level of its settings. */
export async function showLogLevel({ db, clock }: LogLevelDeps): Promise<KeptLevel | undefined> {
  const kept = await findKept<KeptLevel>(db, name);
  return kept && Date.parse(kept.until) > clock.now().getTime() ? kept : undefined;
}

const change = { action: "logLevel.changed", subjectType: "log", subjectId: "level" };
