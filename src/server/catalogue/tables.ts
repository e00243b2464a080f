import type { StaleFields } from "../../shared/catalogue/language-states.ts";
import type { WorkshopContent, WorkshopStatus } from "../../shared/catalogue/workshop.ts";
import type { Language, LocalisedText } from "../../shared/kernel/locale.ts";

/** What decides whether somebody may see or change a workshop. */
export interface AccessRow {
  id: string;
  status: WorkshopStatus;
  publishedLanguages: Language[];
  /** Made by the person, or one of its facilitators in the draft or on the public page. */
  isOwn: boolean;
}

export interface DraftRow extends AccessRow {
  slugEn: string | null;
  slugPl: string | null;
  version: number;
  content: WorkshopContent;
  fieldVersions: FieldVersions;
  staleFields: StaleFields;
  updatedAt: Date;
  publishedByLanguage: Partial<Record<Language, WorkshopContent>>;
  lastPublishedLanguage: Language | null;
}

/** At which save each field last changed. */
export type FieldVersions = Partial<Record<keyof WorkshopContent, number>>;

export interface StudioRow {
  id: string;
  title: LocalisedText;
  status: WorkshopStatus;
  publishedLanguages: Language[];
  staleFields: StaleFields;
  content: WorkshopContent;
  startsAt: Date | null;
  capacity: number | null;
  taken: number;
  waiting: number;
  createdById: string;
  createdByName: string;
  isOwn: boolean;
  updatedAt: Date;
  cursorAt: string;
}

/** The live row as enrolment needs it. */
export interface EnrolmentWorkshop {
  id: string;
  status: WorkshopStatus;
  title: LocalisedText;
  /** Null only before the first publish. */
  capacity: number | null;
  hasWaitingList: boolean;
  needsApproval: boolean;
  /** True: a freed seat is confirmed at once; false: it is offered with a deadline. */
  confirmsAtOnce: boolean;
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
}

/** The live row as other features name it. */
export interface WorkshopSummary {
  id: string;
  status: WorkshopStatus;
  isDeleted: boolean;
  /** Whether everybody may know of it. */
  isPublic: boolean;
  /** What the public page says; before the first publish, what the draft says. */
  title: LocalisedText;
  publishedLanguages: Language[];
  slugs: { en?: string; pl?: string };
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
  createdBy: string;
}

export interface LiveSlugs {
  slugEn: string | null;
  slugPl: string | null;
  title: LocalisedText;
  publishedLanguages: Language[];
  status: WorkshopStatus;
}
