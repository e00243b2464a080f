import { expect, test } from "vitest";
import { startTlsServer } from "../../operations/alerts/certificate.testing.ts";
import type { Settings } from "../../platform/config/settings.ts";
import { freePort } from "../../testing/free-port.ts";
import { checkSite } from "./check-site.ts";

const inDays = (days: number) => new Date(Date.now() + (days + 0.5) * 24 * 60 * 60 * 1000).toISOString();

async function certificateAt(PUBLIC_URL: string) {
  const findings = await checkSite({ HOST: "127.0.0.1", PORT: 1, PUBLIC_URL } as Settings);
  return findings.find(({ subject }) => subject === "certificate");
}

test("the certificate where people come in is good, ends soon, or has ended", async () => {
  const findings = [];
  for (const days of [90, 5, -3]) {
    const proxy = await startTlsServer(inDays(days));
    findings.push(await certificateAt(proxy.url));
    await proxy.close();
  }
  const remedy = expect.stringContaining("certbot renew");
  expect(findings).toMatchObject([
    { status: "ok", says: "good for 90 days" },
    { status: "warn", says: "good for 5 days", remedy },
    { status: "fail", says: "ran out 3 days ago", remedy },
  ]);
});

test("one that cannot be seen is told of, and without https there is none to look at", async () => {
  const says = expect.stringContaining("ECONNREFUSED");
  expect(await certificateAt(`https://127.0.0.1:${await freePort()}`)).toMatchObject({ status: "warn", says });
  expect(await certificateAt("http://127.0.0.1:1")).toBeUndefined();
});
