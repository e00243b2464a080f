import type { DemoWorkshop } from "./demo-content.ts";
import { daysBefore } from "./schedule.ts";

export interface PlannedEnrolment {
  /** Which of the invented participants, or the one who can sign in. */
  who: number | "signedIn";
  status: "confirmed" | "waitlisted" | "pending" | "cancelled";
  at: Date;
}

export interface EnrolmentPeriod {
  opensAt: Date;
  closesAt: Date;
}

/**
 * Who enrols in the workshop, in order of arrival. Those who cancelled did so before the workshop was full, so that no
 * seat is free while somebody waits.
 */
export function planEnrolments(
  { enrolled, signedIn }: Pick<DemoWorkshop, "enrolled" | "signedIn">,
  { opensAt, closesAt }: EnrolmentPeriod,
  { first, participantCount }: { first: number; participantCount: number },
): PlannedEnrolment[] {
  const statuses: PlannedEnrolment["status"][] = [
    ...Array<"cancelled">(enrolled.cancelled).fill("cancelled"),
    ...Array<"confirmed">(enrolled.confirmed).fill("confirmed"),
    ...Array<"waitlisted">(enrolled.waiting).fill("waitlisted"),
    ...Array<"pending">(enrolled.pending).fill("pending"),
  ];
  const signedInAt = signedIn ? statuses.indexOf(signedIn) + (signedIn === "waitlisted" ? 2 : 0) : -1;
  const step = (closesAt.getTime() - opensAt.getTime()) / (statuses.length + 1);
  return statuses.map((status, arrival) => ({
    who: arrival === signedInAt ? "signedIn" : (first + arrival * stride) % participantCount,
    status,
    at: new Date(opensAt.getTime() + Math.round(step * (arrival + 1))),
  }));
}

/** Prime to the number of participants, so that nobody comes up twice in one workshop. */
const stride = 7;

/** Until when people enrolled: a day before the workshop began, or just now. */
export function enrolmentsUntil(startsAt: Date, now: Date): Date {
  return startsAt < now ? daysBefore(startsAt, 1) : daysBefore(now, 1 / 24);
}
