import type { PublicWorkshop } from "../../../shared/catalogue/workshop.ts";
import type { Language } from "../../../shared/kernel/locale.ts";

/** A text with the language it is really in. */
export interface ReadPart {
  text: string;
  language: Language;
}

/** The `lang` attribute of a text that is not in the page's language. */
export const foreign = (page: Language, part: { language: Language }): Language | undefined =>
  part.language === page ? undefined : part.language;

/** Whether anything on the workshop's page stands in the other language. */
export function hasForeignText(page: Language, workshop: PublicWorkshop): boolean {
  const { title, subtitle, summary, description, objectives, requirements, sessions, facilitatorProfiles } = workshop;
  const parts = [
    title,
    subtitle,
    summary,
    description,
    ...objectives,
    ...requirements,
    ...sessions.flatMap((session) => [session.title, session.description]),
    ...facilitatorProfiles.map(({ bio }) => bio),
  ];
  return parts.some((part) => part !== null && part.language !== page);
}
