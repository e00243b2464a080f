import type { DraftSession, WorkshopContent } from "../../shared/catalogue/workshop.ts";
import { newId } from "../../shared/kernel/id.ts";
import { instantOf, wallTimeOf } from "../../shared/kernel/zoned-time.ts";

const weekMs = 7 * 24 * 60 * 60 * 1000;

/** The fewest weeks by which sessions have to move to begin a week from now or later, and after the last of them is over. */
export function weeksUntilFree({ sessions }: WorkshopContent, now: Date): number {
  const starts = sessions.map(({ startsAt }) => Date.parse(startsAt));
  const ends = sessions.map(({ endsAt }) => Date.parse(endsAt));
  const first = starts.reduce((least, start) => Math.min(least, start), starts[0] ?? 0);
  const from = Math.max(now.getTime() + weekMs, ...ends);
  return Math.ceil((from - first) / weekMs);
}

/** New sessions like the given ones, so many weeks later: on the same weekdays and by the same clock, whatever season it is then. */
export function movedByWeeks({ sessions, timeZone }: WorkshopContent, weeks: number, now: Date): DraftSession[] {
  const later = (instant: string) => {
    const wallTime = Date.parse(`${wallTimeOf(instant, timeZone)}Z`) + weeks * weekMs;
    return instantOf(new Date(wallTime).toISOString().slice(0, 16), timeZone) ?? instant;
  };
  return sessions.map((session) => ({
    ...session,
    id: newId(now.getTime()),
    startsAt: later(session.startsAt),
    endsAt: later(session.endsAt),
  }));
}
