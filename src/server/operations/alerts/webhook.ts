import { createHmac } from "node:crypto";
import { PrivateAddressError, post } from "../../platform/outbound/post.ts";
import type { Clock } from "../../platform/time/clock.ts";
import type { Delivery } from "./deliveries.ts";
import type { AlertSettings } from "./deps.ts";

const timeoutMs = 10_000;

export interface WebhookDeps {
  clock: Clock;
  settings: Pick<AlertSettings, "ALERT_WEBHOOK_SECRET" | "ALERT_WEBHOOK_ALLOW_PRIVATE">;
}

/** Posts a delivery as Standard Webhooks asks for. @throws {Error} unless the receiver answers with a status of 2xx */
export async function callWebhook({ clock, settings }: WebhookDeps, url: string, delivery: Delivery): Promise<void> {
  const { id, event, at, alerts } = delivery;
  const body = JSON.stringify({ type: `alert.${event}`, timestamp: at, data: { alerts } });
  const sentAt = Math.floor(clock.now().getTime() / 1000);
  const signature = signatureOf({ id, sentAt, body }, settings.ALERT_WEBHOOK_SECRET ?? "");
  const headers = {
    "content-type": "application/json",
    "user-agent": "workshopsai-alerts",
    "webhook-id": id,
    "webhook-timestamp": String(sentAt),
    "webhook-signature": signature,
  };
  const allowPrivate = settings.ALERT_WEBHOOK_ALLOW_PRIVATE;
  const status = await post({ url, headers, body, allowPrivate, timeoutMs }).catch((error: unknown) => {
    if (!(error instanceof PrivateAddressError)) throw error;
    const remedy = "Use a public address, or set ALERT_WEBHOOK_ALLOW_PRIVATE=1 for a receiver in your own network";
    throw new Error(`ALERT_WEBHOOK_URL: ${error.message}. ${remedy}.`, { cause: error });
  });
  if (status >= 300 && status < 400)
    throw new Error(`the receiver of alerts redirects (${status}), which is not followed`);
  if (status < 200 || status >= 300) throw new Error(`the receiver of alerts answered ${status}`);
}

/** `v1,` and the HMAC-SHA256 of id, time and body, as https://www.standardwebhooks.com says. */
export function signatureOf(signed: { id: string; sentAt: number; body: string }, secret: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const { id, sentAt, body } = signed;
  return `v1,${createHmac("sha256", key).update(`${id}.${sentAt}.${body}`).digest("base64")}`;
}
