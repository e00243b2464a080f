import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { identityContract } from "../../../shared/identity/contract.ts";
import { LiveFigures, liveContract } from "../../../shared/operations/live-contract.ts";
import { EventStreams, LiveAnswer } from "../../platform/http/event-stream.ts";
import { type SignedIn, type TestApp, testApp } from "../../testing/test-app.ts";

let app: TestApp;
let port: number;
beforeAll(async () => {
  app = await testApp({ settings: { SLOW_REQUEST_MS: "1" } });
  await app.app.server.listen({ host: "127.0.0.1", port: 0 });
  port = (app.app.server.server.address() as AddressInfo).port;
});
afterAll(() => app.close());

async function listen({ cookie }: SignedIn): Promise<IncomingMessage> {
  const headers = { cookie, accept: "text/event-stream", "accept-encoding": "gzip, br" };
  const [answer] = await once(
    get({ host: "127.0.0.1", port, path: liveContract.getLiveFigures.path, headers }),
    "response",
  );
  return answer.setEncoding("utf8") as IncomingMessage;
}

/** Reads until the text has come; all of it so far. */
async function readUntil(answer: IncomingMessage, text: string): Promise<string> {
  let read = "";
  while (!read.includes(text)) read += String((await once(answer, "data"))[0]);
  return read;
}

test("an admin hears figures as they come, unpacked; signing out and a process that leaves end it", async () => {
  const [ada, bob] = [await app.as("admin"), await app.as("admin")];
  const [ofAda, ofBob] = [await listen(ada), await listen(bob)];
  expect(ofAda.headers).toMatchObject({ "content-type": "text/event-stream", "x-accel-buffering": "no" });
  expect(ofAda.headers["content-encoding"]).toBeUndefined();
  const heard = await readUntil(ofAda, "event: figures\n");
  expect(heard).toMatch(/^retry: \d+\n\n/);
  const ended = once(ofAda, "end");
  await ada.ok(identityContract.signOut);
  await ended;
  await readUntil(ofBob, "event: figures\n");
  ofBob.resume();
  const ofBobEnded = once(ofBob, "end");
  await app.app.drain.leave({ isReplaced: false, noticeMs: 0, finishWithinMs: 5_000 });
  await ofBobEnded;
});

test("who does not ask for events gets the same figures once", async () => {
  const admin = await app.as("admin");
  expect(LiveFigures.parse(await admin.ok(liveContract.getLiveFigures)).readings.processes).toBe(1);
});

test("who asks for the head alone gets one, and no stream is left open", async () => {
  const { cookie } = await app.as("admin");
  const headers = { cookie, accept: "text/event-stream" };
  const { path: url } = liveContract.getLiveFigures;
  const answer = await app.app.server.inject({ method: "HEAD", url, headers });
  expect([answer.statusCode, answer.headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"]);
});

test("there are only so many streams, and one that ends makes room", async () => {
  const streams = new EventStreams({ most: 1 });
  let left = 0;
  const answer = new LiveAnswer({ now: async () => 1, follow: () => () => (left += 1) });
  const first = streams.open(answer, async () => true);
  expect(() => streams.open(answer, async () => true)).toThrow("too_many_requests");
  first.destroy();
  await once(first, "close");
  expect(left).toBe(1);
  streams.open(answer, async () => true).destroy();
  streams.endAll();
  expect(() => streams.open(answer, async () => true)).toThrow("too_many_requests");
});

test("whoever reads too slowly is let go", async () => {
  const streams = new EventStreams();
  let send: (event: { name: string; data: unknown }) => void = () => undefined;
  const stream = streams.open(
    new LiveAnswer({
      now: async () => 1,
      follow: (to) => {
        send = to;
        return () => undefined;
      },
    }),
    async () => true,
  );
  send({ name: "figures", data: "x".repeat(300_000) });
  expect(stream.destroyed).toBe(false);
  send({ name: "figures", data: "one more" });
  expect(stream.destroyed).toBe(true);
});
