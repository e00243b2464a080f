import type { AlertSeverity } from "../../../shared/operations/alerts.ts";

/** An alert, or a suspicion that may become one. */
export interface AlertRow {
  id: string;
  type: string;
  /** Empty where there is only one. */
  subject: string;
  severity: AlertSeverity;
  value: number | null;
  threshold: number | null;
  firstSeenAt: Date;
  /** Null while it is a suspicion. */
  raisedAt: Date | null;
  updatedAt: Date;
  /** Since when the condition has been gone; null while it is there. */
  clearSince: Date | null;
  sightings: number;
  acknowledgedAt: Date | null;
  resolvedAt: Date | null;
  /** As how severe it was told last, and when; null before it was. */
  toldSeverity: AlertSeverity | null;
  toldAt: Date | null;
  /** Something about it waits for the end of the quiet hours. */
  isHeld: boolean;
  /** Resolved, and nothing is left to tell. */
  isSettled: boolean;
}

/** An alert as the studio lists it: one that was raised. */
export interface ListedAlert extends AlertRow {
  raisedAt: Date;
  acknowledgedBy: string | null;
}
