import type { DraftSession } from "../../../../shared/catalogue/workshop.ts";
import { newId } from "../../../../shared/kernel/id.ts";
import { instantOf, wallTimeOf } from "../../../../shared/kernel/zoned-time.ts";

const defaultHours = 2;
const daysBetween = 7;
const hourMs = 3_600_000;

/** The years that the contract takes; a year that is half typed lies before them. */
const isInRange = (instant: string) => instant >= "1900" && instant < "2200";

/** The instant that somebody typed, once it is a whole one. */
export function typedInstant(wallTime: string, timeZone: string): string | undefined {
  const instant = instantOf(wallTime, timeZone);
  return instant !== undefined && isInRange(instant) ? instant : undefined;
}

/** The next session: a week after the last at the same hour, or the first in a week at ten. */
export function nextSession(sessions: readonly DraftSession[], timeZone: string, now: number): DraftSession {
  const last = sessions.at(-1);
  const from = last ? last.startsAt : new Date(now).toISOString();
  const [day = "", clock = "10:00"] = wallTimeOf(from, timeZone).split("T");
  const startsAt = instantOf(`${daysAfter(day)}T${last ? clock : "10:00"}`, timeZone) ?? from;
  const lengthMs = last ? Math.max(lengthOf(last), 0) : defaultHours * hourMs;
  return {
    id: newId(now),
    title: {},
    description: {},
    startsAt,
    endsAt: after(startsAt, lengthMs || defaultHours * hourMs),
    locationId: null,
    onlineUrl: null,
    capacity: null,
  };
}

/** The session with another start; it goes on to last as long as it did. */
export function startingAt(session: DraftSession, startsAt: string): DraftSession {
  return { ...session, startsAt, endsAt: after(startsAt, Math.max(lengthOf(session), 0)) };
}

/** The sessions at the same hours on the clocks of another zone. */
export function inZone(sessions: readonly DraftSession[], from: string, to: string): DraftSession[] {
  const moved = (instant: string) => instantOf(wallTimeOf(instant, from), to) ?? instant;
  return sessions.map((session) => ({
    ...session,
    startsAt: moved(session.startsAt),
    endsAt: moved(session.endsAt),
  }));
}

const lengthOf = ({ startsAt, endsAt }: DraftSession) => Date.parse(endsAt) - Date.parse(startsAt);
const after = (instant: string, milliseconds: number) => new Date(Date.parse(instant) + milliseconds).toISOString();

function daysAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + daysBetween);
  return date.toISOString().slice(0, 10);
}
