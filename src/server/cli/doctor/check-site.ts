import { readCertificate } from "../../operations/index.ts";
import type { Settings } from "../../platform/config/settings.ts";
import { type Finding, fail, ok, warn } from "./finding.ts";

const answerWithinMs = 5_000;
const dayMs = 24 * 60 * 60 * 1000;
const renewWithinDays = 14;

/** Whether the product answers where it listens, and its certificate where people come in. */
export async function checkSite({ HOST, PORT, PUBLIC_URL }: Settings): Promise<Finding[]> {
  const host = HOST === "0.0.0.0" || HOST === "::" ? "127.0.0.1" : HOST;
  const findings = [await checkReady(`http://${host.includes(":") ? `[${host}]` : host}:${PORT}/ready`)];
  const site = new URL(PUBLIC_URL);
  if (site.protocol === "https:") findings.push(await checkCertificate(site));
  return findings;
}

async function checkReady(url: string): Promise<Finding> {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(answerWithinMs) });
    if (status === 200) return ok("site", `${url} answers`);
    return fail("site", `${url} answers ${status}`, "look into the product's log; it cannot take visitors now");
  } catch {
    return warn("site", `nobody answers at ${url}`, "start the product, or set HOST and PORT as it has them");
  }
}

async function checkCertificate(site: URL): Promise<Finding> {
  const subject = "certificate";
  const remedy = "renew the certificate where TLS ends (certbot renew, or the proxy's own way)";
  try {
    const daysLeft = Math.floor(((await readCertificate(site)).getTime() - Date.now()) / dayMs);
    if (daysLeft < 0) return fail(subject, `ran out ${-daysLeft} days ago`, remedy);
    const says = `good for ${daysLeft} days`;
    return daysLeft < renewWithinDays ? warn(subject, says, remedy) : ok(subject, says);
  } catch (error) {
    return warn(subject, `${site.host}: ${(error as Error).message}`, "see that PUBLIC_URL leads to the proxy");
  }
}
