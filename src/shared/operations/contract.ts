import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Instant } from "../kernel/instant.ts";
import { alertsContract } from "./alerts-contract.ts";
import { auditContract } from "./audit-contract.ts";
import { cacheContract } from "./cache-contract.ts";
import { databaseContract } from "./database-contract.ts";
import { MachineHealth } from "./health.ts";
import { jobsContract } from "./jobs-contract.ts";
import { liveContract } from "./live-contract.ts";
import { logLevelContract } from "./log-level-contract.ts";
import { settingsContract } from "./settings-contract.ts";

const tag = "operations";
const MessageName = z.string().regex(/^[a-z0-9-]{1,100}$/);

export const MessageSummary = z.object({
  name: MessageName,
  to: z.string(),
  subject: z.string(),
  sentAt: Instant,
});

const Count = z.int().min(0);
const room = { entries: Count, bytes: Count };
const perKind = <Counts extends z.ZodType>(counts: Counts) =>
  z.object({ session: counts, application: counts, static: counts });

/** The cache of the process that answers, since it started. */
export const CacheState = z.object({
  /** By kind of data: answered in time, with an old value, by a computation; computations begun and failed. */
  kinds: perKind(z.object({ hits: Count, stale: Count, misses: Count, loads: Count, errors: Count })),
  memory: z.object({ ...room, kinds: perKind(z.object(room)), maxBytes: Count, evictions: Count }),
  /** Null without Redis. An open circuit: Redis is not asked for a while. */
  redis: z
    .object({
      circuit: z.enum(["closed", "open", "half-open"]),
      kinds: perKind(z.object({ hits: Count, misses: Count })),
      errors: Count,
      /** Drops that wait until Redis can be told. */
      undelivered: Count,
    })
    .nullable(),
  /** Whether changes of other processes are heard, and how often that was lost; null where nobody listens. */
  bus: z.object({ isListening: z.boolean(), losses: Count, heard: Count }).nullable(),
  /** Answers that stand ready as bytes, and how often one was sent before the framework; these ask no cache. */
  ready: z.object({ answered: Count, ...room }),
});
export type CacheState = z.infer<typeof CacheState>;

export const operationsContract = {
  ...alertsContract,
  ...auditContract,
  ...cacheContract,
  ...databaseContract,
  ...jobsContract,
  ...logLevelContract,
  ...liveContract,
  ...settingsContract,
  listMessages: endpoint({
    id: "listMessages",
    method: "GET",
    path: "/api/v1/studio/operations/messages",
    summary: "The mail that was written to files because no SMTP server is set, newest first.",
    tag,
    access: "operations.read",
    response: z.object({ items: z.array(MessageSummary), isDelivering: z.boolean() }),
  }),
  getCacheState: endpoint({
    id: "getCacheState",
    method: "GET",
    path: "/api/v1/studio/operations/cache",
    summary: "Hits, misses, memory and connections of the cache in the process that answers, since it started.",
    tag,
    access: "operations.read",
    response: CacheState,
  }),
  getHealth: endpoint({
    id: "getHealth",
    method: "GET",
    path: "/api/v1/studio/operations/health",
    summary: "How the process that answers and all that it stands on are: every check with what it found last.",
    tag,
    access: "operations.read",
    response: MachineHealth,
  }),
  getMessage: endpoint({
    id: "getMessage",
    method: "GET",
    path: "/api/v1/studio/operations/messages/{name}",
    summary: "One such message.",
    tag,
    access: "operations.read",
    params: z.strictObject({ name: MessageName }),
    response: MessageSummary.extend({ text: z.string() }),
    errors: ["not_found"],
  }),
};
