const hourMs = 60 * 60 * 1000;
const longestMs = 48 * hourMs;
const nightBegins = 22;
const nightEnds = 7;

/**
 * Until when a freed seat is held: 48 hours, or a quarter of the time left if that is less. A deadline that would fall
 * between 22:00 and 07:00 in the workshop's time zone moves to 07:00.
 */
export function offerDeadline(now: Date, startsAt: Date, timeZone: string): Date {
  const left = Math.max(0, startsAt.getTime() - now.getTime());
  const deadline = new Date(now.getTime() + Math.min(longestMs, left / 4));
  const { year, month, day, hour } = wallClock(deadline, timeZone);
  if (hour >= nightEnds && hour < nightBegins) return deadline;
  const morning = hour >= nightBegins ? day + 1 : day;
  return instantOf(Date.UTC(year, month - 1, morning, nightEnds), timeZone);
}

/** The hour that a clock on the wall of the time zone shows, with its day. */
export function wallClock(instant: Date, timeZone: string) {
  const parts = formatter(timeZone).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read("year"),
    month: read("month"),
    day: read("day"),
    hour: read("hour"),
    minute: read("minute"),
    second: read("second"),
  };
}

/** The instant at which the wall clock shows this time, given as if it were UTC. */
function instantOf(wallMs: number, timeZone: string): Date {
  // The first guess can be off by a change of the clocks between it and the answer; the second is right.
  const firstGuess = wallMs - offsetMs(new Date(wallMs), timeZone);
  return new Date(wallMs - offsetMs(new Date(firstGuess), timeZone));
}

function offsetMs(instant: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = wallClock(instant, timeZone);
  const wallMs = Date.UTC(year, month - 1, day, hour, minute, second);
  return wallMs - Math.floor(instant.getTime() / 1000) * 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow, and there are few time zones. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(timeZone, made);
  return made;
}
