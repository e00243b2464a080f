import { defaultTimeZone } from "../kernel/instant.ts";
import type { Language, LocalisedText } from "../kernel/locale.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { DraftSession, WorkshopContent } from "./workshop.ts";

/** The fields of a draft that hold texts of both languages. */
export const textFields = [
  "title",
  "subtitle",
  "summary",
  "description",
  "objectives",
  "requirements",
  "sessions",
] as const satisfies readonly (keyof WorkshopContent)[];
export type TextField = (typeof textFields)[number];

/** A draft in which nothing is said yet. */
export const emptyContent: WorkshopContent = {
  title: {},
  subtitle: {},
  summary: {},
  description: {},
  objectives: [],
  requirements: [],
  tagCodes: [],
  category: null,
  timeZone: defaultTimeZone,
  capacity: null,
  hasWaitingList: true,
  needsApproval: false,
  confirmsAtOnce: false,
  priceCents: null,
  currency: null,
  locationId: null,
  onlineUrl: null,
  facilitators: [],
  sessions: [],
};

/** The lines of a list that exist in the language. */
export function linesIn(list: readonly LocalisedText[], language: Language): string[] {
  return list.flatMap((line) => line[language] ?? []);
}

/** One language's texts of one field, in a form that can be compared; undefined when there are none. */
export function textIn(content: WorkshopContent, field: TextField, language: Language): string | undefined {
  if (field === "objectives" || field === "requirements") {
    const lines = linesIn(content[field], language);
    return lines.length > 0 ? canonicalJson(lines) : undefined;
  }
  if (field === "sessions") {
    const texts = content.sessions.map(({ id, title, description }) => [id, title[language], description[language]]);
    const spoken = texts.filter(([, title, description]) => title || description);
    return spoken.length > 0 ? canonicalJson(spoken) : undefined;
  }
  const text = content[field][language];
  return text === undefined ? undefined : canonicalJson(text);
}

/** All texts of one language, in a form that can be compared. */
export function textsIn(content: WorkshopContent, language: Language): string {
  return textFields.map((field) => textIn(content, field, language) ?? "").join("\n");
}

/** Everything that belongs to no language, in a form that can be compared. */
export function neutralPart(content: WorkshopContent): string {
  const { title, subtitle, summary, description, objectives, requirements, sessions, ...neutral } = content;
  return canonicalJson({ ...neutral, sessions: sessions.map(({ title: _, description: __, ...times }) => times) });
}

/** Where a session takes place: its own place, else the workshop's, unless it has a link of its own. */
export function locationOf(content: WorkshopContent, session: DraftSession): string | null {
  return session.locationId ?? (session.onlineUrl === null ? content.locationId : null);
}
