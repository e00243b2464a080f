import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Id } from "../kernel/id.ts";
import { Instant } from "../kernel/instant.ts";
import { pageQuery } from "../kernel/page.ts";

const tag = "operations";
const Word = z.string().regex(/^[\w.-]{1,80}$/);

/** Who did what to which thing, when. */
export const AuditEntry = z.object({
  id: z.string(),
  at: Instant,
  /** Null for the system, and for somebody nobody may know. */
  actorId: z.string().nullable(),
  /** The name that the account has now; null without an account. */
  actorName: z.string().nullable(),
  action: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  details: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

const filters = {
  actorId: Id.optional(),
  action: Word.optional(),
  subjectType: Word.optional(),
  subjectId: z.string().min(1).max(200).optional(),
  /** From this moment on, and before that one. */
  from: Instant.optional(),
  to: Instant.optional(),
};
const AuditFilter = z.object(filters);
export type AuditFilter = z.infer<typeof AuditFilter>;

export const auditContract = {
  listAuditEntries: endpoint({
    id: "listAuditEntries",
    method: "GET",
    path: "/api/v1/studio/operations/audit",
    summary: "Who did what to which thing, the newest first.",
    tag,
    access: "audit.read",
    query: z.object({ ...filters, ...pageQuery }),
    response: z.object({ items: z.array(AuditEntry), nextCursor: z.string().nullable() }),
  }),
  listAuditActions: endpoint({
    id: "listAuditActions",
    method: "GET",
    path: "/api/v1/studio/operations/audit/actions",
    summary: "Every action that the audit log knows, for choosing among them.",
    tag,
    access: "audit.read",
    response: z.object({ items: z.array(z.string()) }),
  }),
  exportAuditEntries: endpoint({
    id: "exportAuditEntries",
    method: "GET",
    path: "/api/v1/studio/operations/audit/export",
    summary: "The same as CSV, with ids instead of names. The export itself is in the log.",
    tag,
    access: "audit.read",
    query: AuditFilter,
    produces: "text/csv",
  }),
};
