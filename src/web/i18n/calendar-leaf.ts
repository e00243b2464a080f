import type { Language } from "../../shared/kernel/locale.ts";
import { formatDate, formatRange } from "./format.ts";

export interface CalendarLeaf {
  day: string;
  month: string;
  weekday: string;
}

const localeOf: Record<Language, string> = { en: "en-GB", pl: "pl-PL" };
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const options = { day: "numeric", month: "short", weekday: "short", timeZone } as const;
  const made = new Intl.DateTimeFormat(localeOf[language], options);
  formatters.set(key, made);
  return made;
}

/** A date taken apart, as a leaf of a calendar shows it: "15", "Jan", "Fri". */
export function calendarLeaf(language: Language, instant: string, timeZone: string): CalendarLeaf {
  const parts = formatterOf(language, timeZone).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return { day: part("day"), month: part("month"), weekday: part("weekday").replace(/\.$/, "") };
}

const spans = new Map<string, Intl.DateTimeFormat>();

export interface Span {
  startsAt: string;
  endsAt: string;
  timeZone: string;
}

/** From start to end: with the hours on a single day, else the days alone, such as "25–26 December 2026". */
export function formatSpan(language: Language, span: Span): string {
  const { startsAt, endsAt, timeZone } = span;
  const day = (instant: string) => formatDate(language, instant, { timeZone, style: "short" });
  if (day(startsAt) === day(endsAt)) return formatRange(language, span);
  const key = `${language} ${timeZone}`;
  const known = spans.get(key) ?? new Intl.DateTimeFormat(localeOf[language], { dateStyle: "long", timeZone });
  spans.set(key, known);
  // ICU puts thin spaces around the dash, which the fonts lack.
  return known.formatRange(new Date(startsAt), new Date(endsAt)).replaceAll(/[\u2009\u202f]/g, "");
}
