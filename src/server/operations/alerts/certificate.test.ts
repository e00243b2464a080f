import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { fixedClock } from "../../platform/time/clock.ts";
import { freePort } from "../../testing/free-port.ts";
import { startTlsServer } from "./certificate.testing.ts";
import { CertificateWatch } from "./certificate.ts";

const clock = fixedClock("2027-01-15T09:00:00Z");

async function tlsServer(iso: string) {
  const server = await startTlsServer(iso);
  onTestFinished(() => void server.close());
  return server;
}

test("the end of the certificate is read from the server itself, and not again for six hours", async () => {
  const server = await tlsServer("2027-01-20T12:00:00");
  const watch = new CertificateWatch(server.url, clock);
  const seen = { expiresAt: new Date("2027-01-20T12:00:00Z") };
  expect(await watch.look()).toEqual(seen);
  clock.advance(5 * 60 * 60_000);
  expect(await watch.look()).toEqual(seen);
  expect(server.connections()).toBe(1);
  clock.advance(2 * 60 * 60_000);
  await watch.look();
  expect(server.connections()).toBe(2);
  // After the clock was set back nobody can say how old the last look is.
  clock.advance(-24 * 60 * 60_000);
  await watch.look();
  expect(server.connections()).toBe(3);
});

test("one that has ended can be read too", async () => {
  const server = await tlsServer("2026-12-24T00:00:00");
  expect(await new CertificateWatch(server.url, clock).look()).toEqual({ expiresAt: new Date("2026-12-24T00:00:00Z") });
});

test("without https there is nothing to look at", async () => {
  expect(await new CertificateWatch("http://localhost:3001", clock).look()).toBeUndefined();
});

test("a server that is away, or hangs up before it shows one, is a problem and no crash", async () => {
  expect(await new CertificateWatch(`https://127.0.0.1:${await freePort()}`, clock).look()).toEqual({
    problem: expect.stringContaining("ECONNREFUSED"),
  });
  const rude = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
  onTestFinished(() => void rude.close());
  await new Promise((resolve) => rude.once("listening", resolve));
  const { port } = rude.address() as { port: number };
  expect(await new CertificateWatch(`https://127.0.0.1:${port}`, clock).look()).toEqual({
    problem: expect.any(String),
  });
});
