import { composeLetter } from "../../platform/mail/compose.ts";
import type { QueuedMessage } from "../../platform/mail/message.ts";
import type { Delivery } from "./deliveries.ts";
import type { AlertsDeps } from "./deps.ts";
import { nameOf, textsIn } from "./messages.ts";
import { callWebhook } from "./webhook.ts";

export type SendDeps = Pick<AlertsDeps, "mail" | "clock" | "settings">;

/** Sends one delivery now. @throws {Error} when the receiver does not take it */
export function sendDelivery(deps: SendDeps, delivery: Delivery): Promise<void> {
  if ("webhook" in delivery.to) return callWebhook(deps, delivery.to.webhook, delivery);
  return deps.mail.sendNow(letterOf(delivery, { to: delivery.to.mail, settings: deps.settings }));
}

function letterOf({ id, event, alerts }: Delivery, { to, settings }: { to: string; settings: SendDeps["settings"] }) {
  const language = settings.ALERT_LANGUAGE;
  const texts = textsIn(language);
  const [first] = alerts;
  const name = first ? nameOf({ type: first.type, subject: first.subject ?? "" }, language) : "";
  const severity = texts.severities[first?.severity ?? "info"];
  const isDigest = event === "digest";
  const paragraphs = alerts.map((alert) => {
    const mark = alert.resolvedAt === null ? texts.severities[alert.severity] : texts.over;
    const head = nameOf({ type: alert.type, subject: alert.subject ?? "" }, language);
    return isDigest ? `${head} (${mark})\n${alert.message}` : alert.message;
  });
  const letter = composeLetter({
    language,
    paragraphs: [texts.openings[event], ...paragraphs],
    action: { label: texts.action, url: `${settings.PUBLIC_URL}/studio/operations/alerts` },
    closing: [texts.closing],
  });
  const subject = texts.subjects[event]({ severity, name, count: alerts.length });
  const message: QueuedMessage = { to, subject, language, messageId: id, ...letter };
  return message;
}
