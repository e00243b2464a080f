import type { Language } from "../../shared/kernel/locale.ts";

/** A moment: what the wire carries, or what the clock answers. */
export type Moment = string | Date;
export type DateStyle = "short" | "medium" | "long" | "full";

const tags: Record<Language, string> = { en: "en-GB", pl: "pl-PL" };
const millisecondsPerDay = 86_400_000;

/** Making an Intl formatter costs about a thousand times what using it does; there are only a few dozen of them. */
function cached<Formatter, Options>(make: (tag: string, options: Options) => Formatter) {
  const made = new Map<string, Formatter>();
  return (language: Language, options: Options): Formatter => {
    const key = `${language} ${JSON.stringify(options)}`;
    const known = made.get(key);
    if (known) return known;
    const fresh = make(tags[language], options);
    made.set(key, fresh);
    return fresh;
  };
}

const dates = cached((tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options));
const numbers = cached((tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options));
const lists = cached((tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options));
const relative = cached((tag, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(tag, options));
const collators = cached((tag, options: Intl.CollatorOptions) => new Intl.Collator(tag, options));

const toDate = (moment: Moment): Date => (typeof moment === "string" ? new Date(moment) : moment);

export interface DateOptions {
  timeZone: string;
  style?: DateStyle | undefined;
}

/** "15 January 2027", "15 stycznia 2027". */
export const formatDate = (language: Language, moment: Moment, { timeZone, style = "long" }: DateOptions): string =>
  dates(language, { dateStyle: style, timeZone }).format(toDate(moment));

/** "10:00", on a clock of 24 hours in both languages. */
export const formatTime = (language: Language, moment: Moment, timeZone: string): string =>
  dates(language, { timeStyle: "short", timeZone }).format(toDate(moment));

/** "10:00:07". */
export const formatTimeWithSeconds = (language: Language, moment: Moment, timeZone: string): string =>
  dates(language, { timeStyle: "medium", timeZone }).format(toDate(moment));

/** "15 Jan 2027, 10:00". */
export const formatDateTime = (language: Language, moment: Moment, options: DateOptions): string =>
  dates(language, { dateStyle: options.style ?? "medium", timeStyle: "short", timeZone: options.timeZone }).format(
    toDate(moment),
  );

/** From start to end, naming the day once when it is one: "15 January 2027, 10:00–12:00". */
export const formatRange = (
  language: Language,
  range: { startsAt: Moment; endsAt: Moment; timeZone: string },
): string =>
  dates(language, { dateStyle: "long", timeStyle: "short", timeZone: range.timeZone })
    .formatRange(toDate(range.startsAt), toDate(range.endsAt))
    // ICU puts thin spaces around the dash, which the fonts lack and a reader need not see.
    .replaceAll(/[\u2009\u202f]/g, "");

/** The zone's short name at that moment, such as "CET" or "CEST". */
export const formatZone = (language: Language, moment: Moment, timeZone: string): string =>
  dates(language, { timeZone, timeZoneName: "short" })
    .formatToParts(toDate(moment))
    .find((part) => part.type === "timeZoneName")?.value ?? timeZone;

/** A calendar day without a time or zone, such as "2027-01-15". */
export const formatDay = (language: Language, day: string, style: DateStyle = "long"): string =>
  formatDate(language, `${day}T00:00:00Z`, { timeZone: "UTC", style });

export const formatNumber = (language: Language, value: number, maximumFractionDigits = 1): string =>
  numbers(language, { maximumFractionDigits }).format(value);

/** A share between 0 and 1 as a percentage. */
export const formatPercent = (language: Language, share: number, maximumFractionDigits = 0): string =>
  numbers(language, { style: "percent", maximumFractionDigits }).format(share);

/** An amount in whole units of an ISO 4217 currency; no cents where there are none. */
export const formatMoney = (language: Language, amount: number, currency: string): string =>
  numbers(language, { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" }).format(amount);

/** "Anna, Jan and Ewa", "Anna, Jan i Ewa". */
export const formatList = (language: Language, items: readonly string[]): string =>
  lists(language, { style: "long", type: "conjunction" }).format(items);

/** The calendar day of a moment in a zone, counted in whole days, whatever daylight saving does. */
function dayNumber(moment: Moment, timeZone: string): number {
  const parts = dates("en", { timeZone, year: "numeric", month: "numeric", day: "numeric" }).formatToParts(
    toDate(moment),
  );
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day")) / millisecondsPerDay;
}

/** "today", "tomorrow", "in 5 days": by the calendar of the zone, not by hours. */
export const formatRelativeDays = (
  language: Language,
  moment: Moment,
  { now, timeZone }: { now: Moment; timeZone: string },
): string =>
  relative(language, { numeric: "auto" }).format(dayNumber(moment, timeZone) - dayNumber(now, timeZone), "day");

/** "45 min", "1 h 30 min". */
export function formatMinutes(language: Language, minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 && `${formatNumber(language, hours)} h`, (rest > 0 || hours === 0) && `${rest} min`];
  return parts.filter(Boolean).join(" ");
}

/** "340 ms", "1.2 s". */
export const formatMilliseconds = (language: Language, milliseconds: number): string =>
  milliseconds < 1_000
    ? numbers(language, { style: "unit", unit: "millisecond", maximumFractionDigits: 1 }).format(milliseconds)
    : numbers(language, { style: "unit", unit: "second", maximumFractionDigits: 1 }).format(milliseconds / 1_000);

const byteUnits = ["kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** "0.3 kB", "1.2 MB": decimal units, as disks are sold. */
export function formatBytes(language: Language, bytes: number): string {
  const power = Math.min(Math.max(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 1), byteUnits.length);
  const options = { style: "unit", unit: byteUnits[power - 1], maximumFractionDigits: 1 } as const;
  return numbers(language, options).format(bytes / 1_000 ** power);
}

/** An order for names and titles: in Polish ł follows l; figures go by value. */
export const compareText = (language: Language): ((a: string, b: string) => number) =>
  collators(language, { numeric: true }).compare;
