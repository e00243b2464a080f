import { z } from "zod";

/** Years that a calendar of workshops can mean, and that every database can hold. */
const isInRange = (text: string) => text >= "1900" && text < "2200";

/** A moment on the wire: ISO 8601 in UTC, such as `2027-03-01T08:00:00.000Z`, from 1900 to 2199. */
export const Instant = /* @__PURE__ */ z.iso.datetime().refine(isInRange, "out of range");

/** A day on the wire, such as `2027-03-01`, from 1900 to 2199. */
export const Day = /* @__PURE__ */ z.iso.date().refine(isInRange, "out of range");

/** An IANA time zone that this engine knows, such as `Europe/Warsaw`. */
export const TimeZone = /* @__PURE__ */ z
  .string()
  .max(60)
  .refine((zone) => isTimeZone(zone), "unknown time zone");

export const defaultTimeZone = "Europe/Warsaw";

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
