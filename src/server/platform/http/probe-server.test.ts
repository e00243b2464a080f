import { afterEach, expect, test } from "vitest";
import { freePort } from "../../testing/free-port.ts";
import { openProbes, type ProbeServer } from "./probe-server.ts";

let probes: ProbeServer | undefined;
afterEach(() => probes?.close());

const scrape = async () => ({ contentType: "text/plain", body: "workshopsai_uptime_seconds 1\n" });

test("it says whether the process lives, is ready and what it counts, nothing else, and once asked to stop it is not ready", async () => {
  const address = { host: "127.0.0.1", port: await freePort() };
  probes = await openProbes({ isReady: async () => true, scrape, metricsToken: undefined }, address);
  const ask = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${address.port}${path}`);
    return [answer.status, await answer.text()];
  };
  expect(await ask("/health")).toEqual([200, '{"status":"alive"}']);
  expect(await ask("/ready")).toEqual([200, '{"status":"ready"}']);
  expect(await ask("/metrics")).toEqual([200, "workshopsai_uptime_seconds 1\n"]);
  for (const path of ["/", "/studio", "/api/v1/workshops"]) expect((await ask(path))[0]).toBe(404);
  probes.leave();
  expect(await ask("/health")).toEqual([200, '{"status":"alive"}']);
  expect(await ask("/ready")).toEqual([503, '{"status":"not ready"}']);
  await expect(openProbes({ isReady: async () => true, scrape, metricsToken: undefined }, address)).rejects.toThrow(
    `Port ${address.port} is taken by another program. Stop it, or set PROBE_PORT to another.`,
  );
});
