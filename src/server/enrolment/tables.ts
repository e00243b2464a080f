import type { EnrolmentStatus } from "../../shared/enrolment/contract.ts";
import type { LocalisedText } from "../../shared/kernel/locale.ts";

export interface EnrolmentRow {
  id: string;
  workshopId: string;
  participantId: string;
  status: EnrolmentStatus;
  /** The place in line, from 1, while waitlisted. */
  position: number | null;
  offeredUntil: Date | null;
  createdAt: Date;
}

export interface StudioEnrolmentRow extends EnrolmentRow {
  participantName: string;
  participantEmail: string;
  /** Seats first, then those who ask for one, the line, and what is over. */
  section: number;
  arrivalNumber: number;
}

export interface MyEnrolmentRow extends EnrolmentRow {
  slugEn: string | null;
  slugPl: string | null;
  title: LocalisedText;
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
  isCancelled: boolean;
  isPublic: boolean;
  /** 0 for what is to come, 1 for what is over; each with the nearest first. */
  section: number;
  distance: number;
}

/** Somebody who takes part in a workshop or waits for it. */
export interface EnrolledPerson {
  enrolmentId: string;
  participantId: string;
  status: EnrolmentStatus;
}
