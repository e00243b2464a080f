import type { Language } from "../../shared/kernel/locale.ts";

/** A language of a workshop became public, again or for the first time; its capacity may have grown. */
export interface WorkshopPublished {
  readonly type: "workshop.published";
  readonly workshopId: string;
  readonly language: Language;
}

/** A workshop will not take place; everyone enrolled has to be told. */
export interface WorkshopCancelled {
  readonly type: "workshop.cancelled";
  readonly workshopId: string;
}
