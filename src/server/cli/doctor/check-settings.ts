import { isIP } from "node:net";
import type { Settings } from "../../platform/config/settings.ts";
import { type Finding, ok, warn } from "./finding.ts";

/** Settings that are each right, and together probably not what was meant. */
export function checkSettings(settings: Settings): Finding[] {
  const isProduction = settings.NODE_ENV === "production";
  const site = new URL(settings.PUBLIC_URL);
  const isLocal = site.hostname === "localhost" || isIP(site.hostname) !== 0;
  const findings: Finding[] = [];
  const doubt = (isDoubtful: boolean, says: string, remedy: string) => {
    if (isDoubtful) findings.push(warn("settings", says, remedy));
  };
  doubt(
    isProduction && isLocal,
    `links in mails lead to ${site.origin}`,
    "set PUBLIC_URL to the address that people use",
  );
  doubt(
    isProduction && !isLocal && site.protocol === "http:",
    "the site's address is not encrypted, so cookies are not Secure",
    "put a proxy with a certificate before it and set PUBLIC_URL to https://…",
  );
  doubt(
    !isProduction && !isLocal,
    `NODE_ENV is ${settings.NODE_ENV} on a site that others can reach`,
    "set NODE_ENV=production",
  );
  doubt(
    isProduction && site.protocol === "https:" && settings.TRUST_PROXY === false,
    "nobody's X-Forwarded-For is believed, so all visitors share the proxy's address",
    "set TRUST_PROXY to the proxy's address",
  );
  doubt(isProduction && settings.SMTP_URL === undefined, "no mail leaves this machine", "set SMTP_URL and MAIL_FROM");
  doubt(
    settings.BACKUP_URL !== undefined && settings.BACKUP_KEY === undefined,
    "backups go elsewhere and are not encrypted",
    "set BACKUP_KEY, and keep it in another place as well",
  );
  doubt(
    settings.BACKUP_SCHEDULE !== "off" && !settings.ROLES.includes("scheduler"),
    "this process makes no backups: it does not have the role scheduler",
    "see that some process has ROLES with worker and scheduler",
  );
  return findings.length > 0 ? findings : [ok("settings", "each is right, and they fit together")];
}
