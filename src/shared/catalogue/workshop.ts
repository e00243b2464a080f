import { z } from "zod";
import { Id, Slug } from "../kernel/id.ts";
import { Instant, TimeZone } from "../kernel/instant.ts";
import { Language, localisedText } from "../kernel/locale.ts";
import { pageOf } from "../kernel/page.ts";
import { LocalisedRichText } from "./rich-text.ts";
import { facilitatorParts, tagKinds } from "./workshop-lists.ts";

const workshopStatuses = ["draft", "published", "archived", "cancelled"] as const;
export const WorkshopStatus = z.enum(workshopStatuses);
export type WorkshopStatus = z.infer<typeof WorkshopStatus>;

/** The state of one language of a workshop or questionnaire. */
export const LanguageState = z.enum(["missing", "draft", "published", "stale"]);
export type LanguageState = z.infer<typeof LanguageState>;

const WebAddress = z.url({ protocol: /^https?$/ }).max(500);

export const DraftSession = z.strictObject({
  /** Made by the editor's browser; stays the same over all publishes. */
  id: Id,
  title: localisedText(160),
  description: localisedText(2000),
  startsAt: Instant,
  endsAt: Instant,
  locationId: Id.nullable(),
  onlineUrl: WebAddress.nullable(),
  capacity: z.int().min(1).max(100_000).nullable(),
});
export type DraftSession = z.infer<typeof DraftSession>;

/**
 * Everything an editor works on. It reaches the public page only when a language is published.
 * Each property is one field for merging: two people may change different ones at the same time.
 */
export const WorkshopContent = z.strictObject({
  title: localisedText(160),
  subtitle: localisedText(200),
  summary: localisedText(500),
  description: LocalisedRichText,
  objectives: z.array(localisedText(300)).max(30),
  requirements: z.array(localisedText(300)).max(30),
  /** Codes of tags of any kind. */
  tagCodes: z.array(z.string().max(60)).max(30),
  /** The code of a tag of kind theme. */
  category: z.string().max(60).nullable(),
  timeZone: TimeZone,
  capacity: z.int().min(1).max(100_000).nullable(),
  hasWaitingList: z.boolean(),
  needsApproval: z.boolean(),
  /** True: a freed seat is confirmed at once; false: it is offered with a deadline. */
  confirmsAtOnce: z.boolean(),
  priceCents: z.int().min(0).max(100_000_000).nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  locationId: Id.nullable(),
  onlineUrl: WebAddress.nullable(),
  facilitators: z.array(z.strictObject({ facilitatorId: Id, part: z.enum(facilitatorParts) })).max(30),
  sessions: z.array(DraftSession).max(100),
});
export type WorkshopContent = z.infer<typeof WorkshopContent>;

/** Changes to some fields of a draft; a field that is not named stays as it is. */
export const WorkshopChanges = WorkshopContent.partial();
export type WorkshopChanges = z.infer<typeof WorkshopChanges>;

/** One line of the publish checklist. Errors forbid publishing, warnings do not. */
export const ChecklistItem = z.object({
  field: z.string(),
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  message: z.string(),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

/** A text as the reader gets it, with the language it is really in. */
export const TextRead = z.object({ text: z.string(), language: Language });

export const PublicSession = z.object({
  id: Id,
  title: TextRead.nullable(),
  description: TextRead.nullable(),
  startsAt: Instant,
  endsAt: Instant,
  location: z.object({ name: z.string(), address: z.string(), city: z.string() }).nullable(),
  isOnline: z.boolean(),
});
export type PublicSession = z.infer<typeof PublicSession>;

const TagRead = z.object({ kind: z.enum(tagKinds), code: z.string(), name: z.string() });

/** A workshop in a list: enough for a card, never the long description. */
export const WorkshopCard = z.object({
  id: Id,
  slug: Slug,
  title: TextRead,
  summary: TextRead.nullable(),
  languages: z.array(Language),
  tags: z.array(TagRead),
  startsAt: Instant.nullable(),
  endsAt: Instant.nullable(),
  timeZone: z.string(),
  city: z.string().nullable(),
  isOnline: z.boolean(),
  capacity: z.int().nullable(),
  seatsLeft: z.int().min(0).nullable(),
  hasWaitingList: z.boolean(),
  priceCents: z.int().nullable(),
  currency: z.string().nullable(),
  facilitators: z.array(z.string()),
});
export type WorkshopCard = z.infer<typeof WorkshopCard>;

/** A search counts its matches up to a bound: `total` is then at least so many. */
export const WorkshopPage = pageOf(WorkshopCard).extend({ isTotalExact: z.boolean() });
export type WorkshopPage = z.infer<typeof WorkshopPage>;

/** A published workshop as its page shows it. */
export const PublicWorkshop = WorkshopCard.extend({
  status: WorkshopStatus,
  /** The slug of each published language, for `hreflang`. */
  slugs: z.object({ en: Slug.optional(), pl: Slug.optional() }),
  subtitle: TextRead.nullable(),
  description: z.object({ document: z.custom<import("./rich-text.ts").RichText>(), language: Language }).nullable(),
  objectives: z.array(TextRead),
  requirements: z.array(TextRead),
  needsApproval: z.boolean(),
  facilitatorProfiles: z.array(
    z.object({ name: z.string(), part: z.enum(facilitatorParts), bio: TextRead.nullable() }),
  ),
  location: z.object({ name: z.string(), address: z.string(), city: z.string() }).nullable(),
  sessions: z.array(PublicSession),
  publishedAt: Instant.nullable(),
  updatedAt: Instant,
});
export type PublicWorkshop = z.infer<typeof PublicWorkshop>;
