import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Instant } from "../kernel/instant.ts";

const tag = "operations";
const MessageName = z.string().regex(/^[a-z0-9-]{1,100}$/);

export const MessageSummary = z.object({
  name: MessageName,
  to: z.string(),
  subject: z.string(),
  sentAt: Instant,
});

export const operationsContract = {
  listMessages: endpoint({
    id: "listMessages",
    method: "GET",
    path: "/api/v1/studio/operations/messages",
    summary: "The mail that was written to files because no SMTP server is set, newest first.",
    tag,
    access: "operations.read",
    response: z.object({ items: z.array(MessageSummary), isDelivering: z.boolean() }),
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
