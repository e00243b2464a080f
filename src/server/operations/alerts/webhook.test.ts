import { afterAll, beforeEach, expect, test } from "vitest";
import { fixedClock } from "../../platform/time/clock.ts";
import type { Delivery } from "./deliveries.ts";
import { startReceiver } from "./receiver.testing.ts";
import { callWebhook, signatureOf } from "./webhook.ts";

const receiver = await startReceiver();
afterAll(receiver.close);
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answers.length = 0;
});

const secret = `whsec_${Buffer.from("twenty-four bytes or more").toString("base64")}`;
const clock = fixedClock("2027-01-15T09:00:00Z");
const delivery: Delivery = {
  id: "0190f000-0000-7000-8000-000000000001",
  to: { webhook: receiver.url },
  event: "raised",
  at: clock.now().toISOString(),
  alerts: [],
};

const call = (url: string, isPrivateAllowed = true) =>
  callWebhook(
    { clock, settings: { ALERT_WEBHOOK_SECRET: secret, ALERT_WEBHOOK_ALLOW_PRIVATE: isPrivateAllowed } },
    url,
    delivery,
  );

test("the signature is the one that Standard Webhooks gives as its example", () => {
  const signed = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", sentAt: 1614265330, body: '{"test": 2432232314}' };
  expect(signatureOf(signed, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).toBe(
    "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  );
});

test("what arrives is JSON with its id, its time and a signature over both", async () => {
  await call(receiver.url);
  const [{ headers, body } = { headers: {}, body: "" }] = receiver.received;
  expect(JSON.parse(body)).toEqual({
    type: "alert.raised",
    timestamp: "2027-01-15T09:00:00.000Z",
    data: { alerts: [] },
  });
  const sentAt = Date.parse("2027-01-15T09:00:00Z") / 1000;
  expect(headers).toMatchObject({
    "content-type": "application/json",
    "webhook-id": delivery.id,
    "webhook-timestamp": String(sentAt),
    "webhook-signature": signatureOf({ id: delivery.id, sentAt, body }, secret),
  });
});

test("only a status of 2xx counts as taken", async () => {
  receiver.answers.push({ status: 500 }, { status: 410 }, { status: 202 });
  await expect(call(receiver.url)).rejects.toThrow("answered 500");
  await expect(call(receiver.url)).rejects.toThrow("answered 410");
  await call(receiver.url);
});

test("no redirect is followed", async () => {
  receiver.answers.push({ status: 307, headers: { location: receiver.url } });
  await expect(call(receiver.url)).rejects.toThrow("redirects (307), which is not followed");
  expect(receiver.received).toHaveLength(1);
});

test("an answer without end is cut off, and counts", async () => {
  receiver.answers.push({ status: 200, isEndless: true });
  await call(receiver.url);
});

test.each([
  ["http://127.0.0.1:PORT/hook"],
  ["http://[::1]:PORT/hook"],
  ["http://[::ffff:127.0.0.1]:PORT/hook"],
  ["http://2130706433:PORT/hook"],
  ["http://0:PORT/hook"],
  // Only by asking the name server, as a name that leads here today and elsewhere tomorrow.
  ["http://localhost:PORT/hook"],
  ["http://169.254.169.254/latest/meta-data"],
  ["http://10.0.0.1/hook"],
])("%s is refused before anything is sent, with what to do", async (template) => {
  const refusal = /^ALERT_WEBHOOK_URL: .+ is not a public address; nothing was sent\. .*ALERT_WEBHOOK_ALLOW_PRIVATE=1/;
  await expect(call(template.replace("PORT", String(receiver.port)), false)).rejects.toThrow(refusal);
  expect(receiver.received).toEqual([]);
});
