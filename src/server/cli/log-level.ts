import { LevelRequest } from "../../shared/operations/log-level-contract.ts";
import { changeLogLevelFor, resetLogLevelFor, showLogLevel } from "../operations/index.ts";
import { StartupError } from "../platform/config/startup-error.ts";
import { systemClock } from "../platform/time/clock.ts";
import type { Command } from "./command.ts";

const levels = LevelRequest.shape.level.options;
const usage = `log-level [${levels.join(" | ")} [--minutes N] | reset]`;

export const logLevel: Command = {
  usage,
  summary: "log more, or less, for a while, in every process on every machine",
  details:
    "For 30 minutes unless --minutes says otherwise, 240 at most; processes that start meanwhile have it too. Then, or after\nreset, each process logs again what LOG_LEVEL says.",
  options: { minutes: { type: "string" } },
  async run(visit, { words: [wanted], texts: { minutes } }) {
    const request = requestOf(wanted, minutes);
    const { db, cache } = await visit.app();
    const deps = { db, cache, clock: systemClock };
    if (request) await changeLogLevelFor(deps, null, request);
    else if (wanted === "reset") await resetLogLevelFor(deps, null);
    const kept = await showLogLevel(deps);
    const text = kept ? `${kept.level} until ${kept.until}.` : "Each process logs what its LOG_LEVEL says.";
    return { text, data: kept ?? { level: null, until: null } };
  },
};

/** @throws {StartupError} with the usage */
function requestOf(wanted: string | undefined, minutes: string | undefined): LevelRequest | undefined {
  const given = minutes === undefined ? {} : { minutes: Number(minutes) };
  if ((wanted === undefined || wanted === "reset") && minutes === undefined) return undefined;
  const { success, data } = LevelRequest.safeParse({ level: wanted, ...given });
  if (!success) throw new StartupError(`Usage: npm run cli -- ${usage}`);
  return data;
}
