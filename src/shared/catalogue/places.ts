import { z } from "zod";
import { Id } from "../kernel/id.ts";
import { Instant } from "../kernel/instant.ts";
import { localisedText } from "../kernel/locale.ts";
import { tagKinds } from "./workshop-lists.ts";

/** Somebody who runs workshops; with an account or without. */
export const Facilitator = z.object({ id: Id, personId: Id.nullable(), name: z.string(), bio: localisedText(2000) });
export type Facilitator = z.infer<typeof Facilitator>;

/** A place for sessions, with the time it may be booked in; null means always. */
export const Location = z.object({
  id: Id,
  name: z.string(),
  address: z.string(),
  city: z.string(),
  availableFrom: Instant.nullable(),
  availableUntil: Instant.nullable(),
});
export type Location = z.infer<typeof Location>;

export const Tag = z.object({ id: Id, kind: z.enum(tagKinds), code: z.string(), name: localisedText(80) });
export type Tag = z.infer<typeof Tag>;

export const TagCode = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);
