import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Instant } from "../kernel/instant.ts";

/** The levels that a running process may be switched to: none that would hide errors. */
const Level = z.enum(["trace", "debug", "info", "warn", "error"]);

export const LevelRequest = z.strictObject({ level: Level, minutes: z.int().min(1).max(240).default(30) });
export type LevelRequest = z.infer<typeof LevelRequest>;

export const LevelInForce = z.object({
  level: Level,
  until: Instant,
});
export type LevelInForce = z.infer<typeof LevelInForce>;

export const logLevelContract = {
  changeLogLevel: endpoint({
    id: "changeLogLevel",
    method: "PUT",
    path: "/api/v1/studio/operations/log-level",
    summary: "Logs more, or less, for a while: in every process of the installation. LOG_LEVEL is back afterwards.",
    tag: "operations",
    access: "operations.act",
    body: LevelRequest,
    response: LevelInForce,
  }),
};
