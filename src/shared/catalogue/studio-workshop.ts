import { z } from "zod";
import { Id, Slug } from "../kernel/id.ts";
import { Instant } from "../kernel/instant.ts";
import { Language, localisedText } from "../kernel/locale.ts";
import { LanguageState, WorkshopContent, WorkshopStatus } from "./workshop.ts";

/** A workshop as the studio's list shows it. */
export const StudioWorkshop = z.object({
  id: Id,
  title: localisedText(160),
  status: WorkshopStatus,
  languageStates: z.object({ en: LanguageState, pl: LanguageState }),
  startsAt: Instant.nullable(),
  capacity: z.int().nullable(),
  taken: z.int().min(0),
  waiting: z.int().min(0),
  createdBy: z.object({ id: Id, name: z.string() }),
  isOwn: z.boolean(),
  updatedAt: Instant,
});
export type StudioWorkshop = z.infer<typeof StudioWorkshop>;

/** A workshop as its editor works on it. */
export const WorkshopDraft = z.object({
  id: Id,
  status: WorkshopStatus,
  /** Counts saves; send it back as `baseVersion`. */
  version: z.int().min(1),
  content: WorkshopContent,
  languageStates: z.object({ en: LanguageState, pl: LanguageState }),
  /** Languages whose draft differs from what the public page shows. */
  unpublishedLanguages: z.array(Language),
  slugs: z.object({ en: Slug.optional(), pl: Slug.optional() }),
  canEdit: z.boolean(),
  canEditSessions: z.boolean(),
  updatedAt: Instant,
});
export type WorkshopDraft = z.infer<typeof WorkshopDraft>;

/** One publish of a language. */
export const Revision = z.object({
  number: z.int(),
  language: Language,
  publishedAt: Instant,
  publishedBy: z.string().nullable(),
});
