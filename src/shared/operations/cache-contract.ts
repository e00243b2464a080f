import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Instant } from "../kernel/instant.ts";

const tag = "operations";
const LocalisedTitle = z.object({ en: z.string().optional(), pl: z.string().optional() });
const Count = z.int().min(0);

/** What is dropped together, over all processes of this machine. */
export const CachedTag = z.object({
  /** Of login sessions and people only the kind, as the rest of their tags names somebody. */
  tag: z.string(),
  /** Of the workshop that the tag is about; null for other tags, and when it is gone. */
  title: LocalisedTitle.nullable(),
  kind: z.enum(["session", "application", "static"]),
  entries: Count,
  bytes: Count,
  /** False for such kinds: signing out and changing a person drop what is theirs. */
  canBeCleared: z.boolean(),
});
export type CachedTag = z.infer<typeof CachedTag>;

/** A request that took too long, with ids only; what its address holds beyond the route is hidden. */
const SlowRequest = z.object({
  at: Instant,
  requestId: z.string(),
  method: z.string(),
  url: z.string(),
  status: z.int(),
  milliseconds: z.number().min(0),
});

export const cacheContract = {
  listCacheTags: endpoint({
    id: "listCacheTags",
    method: "GET",
    path: "/api/v1/studio/operations/cache/tags",
    summary: "What the cache holds in memory, by the tags that drop it; the largest first, at most 200.",
    tag,
    access: "operations.read",
    response: z.object({ items: z.array(CachedTag), total: Count }),
  }),
  clearCache: endpoint({
    id: "clearCache",
    method: "POST",
    path: "/api/v1/studio/operations/cache/clear",
    summary: "Drops everything with a tag from the cache of every process, and from Redis.",
    tag,
    access: "operations.act",
    body: z.strictObject({ tag: z.string().regex(/^[\w:./-]{1,200}$/) }),
  }),
  listSlowRequests: endpoint({
    id: "listSlowRequests",
    method: "GET",
    path: "/api/v1/studio/operations/requests",
    summary: "The last hundred requests that took longer than SLOW_REQUEST_MS, the newest first.",
    tag,
    access: "operations.read",
    response: z.object({ slowerThanMs: Count, items: z.array(SlowRequest) }),
  }),
};
