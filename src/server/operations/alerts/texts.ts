import type { AlertSeverity } from "../../../shared/operations/alerts.ts";
import type { NewsEvent } from "./decide-news.ts";
import type { AlertType } from "./finding.ts";

/** What a text about an alert may mention, ready to be read. */
export interface Facts {
  subject: string;
  value: string;
  threshold: string;
}

/** What is wrong and what to do first, in one or two sentences. */
export type AlertText = (facts: Facts) => string;

export interface AlertTexts {
  alerts: Record<AlertType, AlertText>;
  /** Of a type that only another version knows. */
  unknown: AlertText;
  severities: Record<AlertSeverity, string>;
  /** The subject of a mail; of a digest with how many alerts there are. */
  subjects: Record<NewsEvent, (about: { severity: string; name: string; count: number }) => string>;
  /** The first paragraph of a mail. */
  openings: Record<NewsEvent, string>;
  /** Short, for the subject of a mail. */
  names: Record<AlertType, string>;
  over: string;
  action: string;
  closing: string;
}
