import { severityRank } from "./finding.ts";
import type { AlertRow } from "./tables.ts";

/** What those on call are told; a digest is what quiet hours held back. */
export const newsEvents = ["raised", "escalated", "reminder", "resolved", "digest"] as const;
export type NewsEvent = (typeof newsEvents)[number];

/** One message. */
export interface News {
  event: NewsEvent;
  alerts: AlertRow[];
}

export interface Manner {
  now: Date;
  isQuiet: boolean;
  /** 0 never reminds. */
  remindHours: number;
}

/** What is to be told now about open alerts and those just resolved, and the same alerts with that written down. Pure. */
export function decideNews(alerts: AlertRow[], manner: Manner): { alerts: AlertRow[]; news: News[] } {
  const decided = alerts.map((alert) => ({ alert, event: eventOf(alert, manner) }));
  const after = decided.map(({ alert, event }) => written(alert, event, manner));
  const news: News[] = decided.flatMap(({ event, alert }) =>
    event === undefined || event === "held" || event === "digest" ? [] : [{ event, alerts: [alert] }],
  );
  const held = decided.filter(({ event }) => event === "digest").map(({ alert }) => alert);
  return { alerts: after, news: held.length > 0 ? [...news, { event: "digest", alerts: held }] : news };
}

function eventOf(alert: AlertRow, manner: Manner): NewsEvent | "held" | undefined {
  const event = dueEvent(alert, manner);
  if (event === undefined || alert.severity === "critical") return event;
  if (manner.isQuiet) return "held";
  return alert.isHeld ? "digest" : event;
}

function dueEvent(alert: AlertRow, { now, remindHours }: Manner): NewsEvent | undefined {
  const { raisedAt, resolvedAt, toldSeverity, toldAt, severity, acknowledgedAt } = alert;
  if (raisedAt === null) return undefined;
  if (resolvedAt !== null) return "resolved";
  if (toldSeverity === null || toldAt === null) return "raised";
  if (severityRank(severity) > severityRank(toldSeverity)) return "escalated";
  if (severity !== "critical" || acknowledgedAt !== null || remindHours === 0) return undefined;
  return now.getTime() - toldAt.getTime() >= remindHours * 60 * 60_000 ? "reminder" : undefined;
}

function written(alert: AlertRow, event: NewsEvent | "held" | undefined, { now }: Manner): AlertRow {
  if (event === undefined) return alert;
  if (event === "held") return { ...alert, isHeld: true };
  const isSettled = alert.resolvedAt !== null;
  return { ...alert, isHeld: false, toldSeverity: alert.severity, toldAt: now, isSettled };
}
