import Fastify from "fastify";
import { afterAll, expect, test } from "vitest";
import { listenOn, rawGet } from "../../testing/raw-http.ts";
import { loadSettings } from "../config/settings.ts";

const servers: { close(): Promise<unknown> }[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function addressBehind(trusted: string): Promise<string> {
  const { TRUST_PROXY } = loadSettings({ TRUST_PROXY: trusted, APP_SECRET: "x".repeat(40), NODE_ENV: "test" });
  const server = Fastify({ trustProxy: TRUST_PROXY });
  servers.push(server);
  server.get("/", async (request) => request.ip);
  const port = await listenOn(server);
  return (await rawGet(port, "/", ["X-Forwarded-For: 6.6.6.6, 203.0.113.9"])).body.toString();
}

test.each([
  ["0", "127.0.0.1"],
  ["10.0.0.0/8, 192.168.0.1", "127.0.0.1"],
  ["127.0.0.1", "203.0.113.9"],
  ["::1,127.0.0.0/8", "203.0.113.9"],
  ["127.0.0.0/8, 203.0.113.0/24", "6.6.6.6"],
  ["1", "6.6.6.6"],
])("TRUST_PROXY=%s: the client's address is %s", async (trusted, address) => {
  expect(await addressBehind(trusted)).toBe(address);
});

test.each(["2", "true", "proxy.example", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0/8", "1,10.0.0.1", "::/129", ","])(
  "TRUST_PROXY=%s stops the start",
  (value) => {
    expect(() => loadSettings({ TRUST_PROXY: value })).toThrow("TRUST_PROXY: expected 0, 1, or a list");
  },
);
