/**
 * Wall-clock times of a zone, as a `datetime-local` control writes them ("2027-03-01T09:00"), and the instants they mean.
 * Where the clocks change, a time that exists twice is the earlier one, and one that does not exist moves on by the gap.
 */
const millisecondsPerDay = 86_400_000;

const made = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = made.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  made.set(timeZone, clock);
  return clock;
}

/** What the clocks of the zone show at an instant: "2027-03-01T09:00". */
export function wallTimeOf(instant: string, timeZone: string): string {
  return wallTimeAt(Date.parse(instant), timeZone);
}

/** The instant (ISO 8601, UTC) at which the clocks of the zone show a time; undefined when it is no time at all. */
export function instantOf(wallTime: string, timeZone: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wallTime)) return undefined;
  const asIfUtc = Date.parse(`${wallTime}Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  // A zone changes its clocks at most once within two days, so one of these two offsets holds.
  const offsetBefore = offsetAt(asIfUtc - millisecondsPerDay, timeZone);
  const offsetAfter = offsetAt(asIfUtc + millisecondsPerDay, timeZone);
  const fitting = [asIfUtc - offsetBefore, asIfUtc - offsetAfter].find((at) => wallTimeAt(at, timeZone) === wallTime);
  return new Date(fitting ?? asIfUtc - offsetBefore).toISOString();
}

/** Whether the clocks of the zone never show the time, because they are put forward over it. */
export function isSkippedWallTime(wallTime: string, timeZone: string): boolean {
  const instant = instantOf(wallTime, timeZone);
  return instant !== undefined && wallTimeOf(instant, timeZone) !== wallTime;
}

function wallTimeAt(at: number, timeZone: string): string {
  const parts = clockOf(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const minute = Math.floor(at / 60_000) * 60_000;
  return Date.parse(`${wallTimeAt(minute, timeZone)}Z`) - minute;
}
