import { z } from "zod";

/** A moment on the wire: ISO 8601 in UTC, such as `2027-03-01T08:00:00.000Z`. */
export const Instant = z.iso.datetime();

/** An IANA time zone that this engine knows, such as `Europe/Warsaw`. */
export const TimeZone = z
  .string()
  .max(60)
  .refine((zone) => isTimeZone(zone), "unknown time zone");

export const defaultTimeZone = "Europe/Warsaw";

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
