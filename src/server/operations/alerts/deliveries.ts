import { newId } from "../../../shared/kernel/id.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { Alert, AlertSeverity } from "../../../shared/operations/alerts.ts";
import type { News, NewsEvent } from "./decide-news.ts";
import type { AlertSettings } from "./deps.ts";
import { severityRank } from "./finding.ts";
import { presentAlert } from "./present-alert.ts";
import type { AlertRow } from "./tables.ts";

/** One message to one receiver. Its id stays the same however often it is tried, so that a second one is recognised. */
export interface Delivery {
  id: string;
  to: { mail: string } | { webhook: string };
  event: NewsEvent;
  at: string;
  alerts: Alert[];
}

/** Who is to get which piece of news: everybody whose threshold it reaches. */
export function deliveriesOf(news: News[], now: Date, settings: AlertSettings): Delivery[] {
  return news.flatMap(({ event, alerts }) =>
    receiversOf(settings).flatMap(({ to, least }) => {
      const reached = alerts.filter(({ severity }) => severityRank(severity) >= severityRank(least));
      if (reached.length === 0) return [];
      const shown = reached.flatMap((alert) => asTold(alert, settings.ALERT_LANGUAGE));
      return [{ id: newId(now.getTime()), to, event, at: now.toISOString(), alerts: shown }];
    }),
  );
}

function receiversOf(settings: AlertSettings): { to: Delivery["to"]; least: AlertSeverity }[] {
  const { ALERT_MAIL_TO, ALERT_MAIL_SEVERITY, ALERT_WEBHOOK_URL, ALERT_WEBHOOK_SEVERITY } = settings;
  const mails = ALERT_MAIL_TO.map((mail) => ({ to: { mail }, least: ALERT_MAIL_SEVERITY ?? "warning" }) as const);
  if (ALERT_WEBHOOK_URL === undefined) return mails;
  return [...mails, { to: { webhook: ALERT_WEBHOOK_URL }, least: ALERT_WEBHOOK_SEVERITY ?? "warning" }];
}

/** Who acknowledged it is the studio's to show, not the mail's. */
function asTold(alert: AlertRow, language: Language): Alert[] {
  const { raisedAt } = alert;
  return raisedAt === null ? [] : [presentAlert({ ...alert, raisedAt, acknowledgedBy: null }, language)];
}

/** What a delivery through the queue could not tell, because the queue or its database is what failed. */
export function standsOnQueue({ alerts }: Delivery): boolean {
  return alerts.some(
    ({ type, subject }) =>
      type === "queue_age" || (type === "health_check" && (subject === "database" || subject === "jobs")),
  );
}
