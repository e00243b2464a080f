import type { DemoSession } from "./demo-content.ts";

const zone = "Europe/Warsaw";
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const clockFace = new Intl.DateTimeFormat("en-GB", {
  timeZone: zone,
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
});

/** What a clock on a wall in Poland shows at the moment, as if it were UTC. */
function wallTime(moment: number): number {
  const parts = new Map(clockFace.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

/** The Monday of the week of `now` in Poland, at midnight, as if it were UTC. */
function mondayOf(now: Date): number {
  const today = Math.floor(wallTime(now.getTime()) / dayMs) * dayMs;
  return today - ((new Date(today).getUTCDay() + 6) % 7) * dayMs;
}

export function sessionTimes(now: Date, session: Pick<DemoSession, "week" | "weekday" | "from" | "until">) {
  const day = mondayOf(now) + (session.week * 7 + session.weekday - 1) * dayMs;
  return { startsAt: atWallTime(day, session.from), endsAt: atWallTime(day, session.until) };
}

/** The moment at which the wall shows that time. Sessions keep away from the nights when clocks change. */
function atWallTime(day: number, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const shown = day + (hours * 60 + minutes) * minuteMs;
  const guess = shown - (wallTime(shown) - shown);
  return new Date(guess - (wallTime(guess) - shown));
}

export const daysBefore = (moment: Date, days: number): Date => new Date(moment.getTime() - days * dayMs);
