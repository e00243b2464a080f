import type { LevelInForce, LevelRequest } from "../../../shared/operations/log-level-contract.ts";
import { record } from "../../audit/index.ts";
import { type Actor, authorise } from "../../platform/authz/actor.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Company } from "../../platform/processes/ask-all.ts";
import type { Clock } from "../../platform/time/clock.ts";

export interface LogLevelDeps {
  db: Database;
  clock: Clock;
  company: Pick<Company, "askAll">;
}

/** What the processes of a machine ask each other. */
export const topic = "log level";

/** Switches the log of all processes of this machine for a while. @throws {AppError} not_signed_in | forbidden */
export async function changeLogLevel(deps: LogLevelDeps, actor: Actor, wanted: LevelRequest): Promise<LevelInForce> {
  const { personId } = authorise(actor, "operations.act", false);
  const at = deps.clock.now();
  const { level, minutes } = wanted;
  await record(deps.db, {
    ...{ actorId: personId, action: "logLevel.changed", subjectType: "log", subjectId: "level" },
    ...{ details: { level, minutes }, at },
  });
  const switched = await deps.company.askAll<boolean>(topic, wanted);
  return { level, until: new Date(at.getTime() + minutes * 60_000).toISOString(), processes: switched.length };
}
