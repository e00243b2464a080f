import type { Language } from "../../shared/kernel/locale.ts";

export interface CalendarLeaf {
  day: string;
  month: string;
  weekday: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const options = { day: "numeric", month: "short", weekday: "short", timeZone } as const;
  const made = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "pl-PL", options);
  formatters.set(key, made);
  return made;
}

/** A date taken apart, as a leaf of a calendar shows it: "15", "Jan", "Fri". */
export function calendarLeaf(language: Language, instant: string, timeZone: string): CalendarLeaf {
  const parts = formatterOf(language, timeZone).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return { day: part("day"), month: part("month"), weekday: part("weekday").replace(/\.$/, "") };
}
