import { z } from "zod";
import { defaultTimeZone, TimeZone } from "../../../shared/kernel/instant.ts";
import { languages } from "../../../shared/kernel/locale.ts";
import { alertSeverities } from "../../../shared/operations/alerts.ts";
import { alertThresholds } from "./alert-thresholds.ts";
import { about, aSwitch, urlOf, wholeNumber } from "./setting.ts";

const group = "Alerts";
const hourAndMinute = "([01]\\d|2[0-3]):[0-5]\\d";
const severity = z.enum(alertSeverities).optional();
const severityWords = { expects: "info, warning or critical", shownDefault: "warning" };

const addresses = z
  .string()
  .default("")
  .transform((value) => value.split(",").map((address) => address.trim()))
  .transform((list) => list.filter((address) => address !== ""))
  .pipe(z.array(z.email().max(254)).max(20));

/** `whsec_` and 24 to 64 bytes in base64, as Standard Webhooks writes it. */
const webhookSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]+={0,2}$/)
  .refine((value) => {
    const bytes = Buffer.from(value.slice("whsec_".length), "base64").length;
    return bytes >= 24 && bytes <= 64;
  })
  .optional();

/** Who is told of what, when, and from which figure on. */
export const alertSettings = {
  ALERT_MAIL_TO: about(addresses, {
    group,
    expects: "a list of at most 20 mail addresses, parted by commas",
    description: "Who gets a mail when an alert is raised or resolved.",
    shownDefault: "nobody",
  }),
  ALERT_MAIL_SEVERITY: about(severity, {
    group,
    ...severityWords,
    description: "The least severe alerts that are mailed. Needs ALERT_MAIL_TO.",
  }),
  ALERT_LANGUAGE: about(z.enum(languages).default("en"), {
    group,
    expects: "en or pl",
    description: "The language of mails and webhooks about alerts; the studio uses its reader's.",
  }),
  ALERT_WEBHOOK_URL: about(urlOf(["http", "https"]).optional(), {
    group,
    expects: "an address that begins with http:// or https://",
    description:
      "Where alerts are posted, signed as Standard Webhooks asks for. Must be public; no redirect is followed.",
    shownDefault: "nowhere",
  }),
  ALERT_WEBHOOK_SECRET: about(webhookSecret, {
    group,
    expects: "whsec_ and 24 to 64 random bytes in base64",
    description: "Signs what is posted to ALERT_WEBHOOK_URL. Needed with it.",
    shownDefault: "none",
  }),
  ALERT_WEBHOOK_SEVERITY: about(severity, {
    group,
    ...severityWords,
    description: "The least severe alerts that are posted. Needs ALERT_WEBHOOK_URL.",
  }),
  ALERT_WEBHOOK_ALLOW_PRIVATE: about(aSwitch("0"), {
    group,
    expects: "0 or 1",
    description: "1 lets ALERT_WEBHOOK_URL lead to this machine or its own network, for receivers you run yourself.",
  }),
  ALERT_QUIET_HOURS: about(
    z
      .string()
      .regex(new RegExp(`^${hourAndMinute}-${hourAndMinute}$`))
      .refine((value) => value.slice(0, 5) !== value.slice(6))
      .optional(),
    {
      group,
      expects: "two different times like 22:00-07:00",
      description: "When only critical alerts are sent. The others wait and come together afterwards.",
      shownDefault: "none",
    },
  ),
  ALERT_TIME_ZONE: about(TimeZone.default(defaultTimeZone), {
    group,
    expects: "an IANA time zone like Europe/Warsaw",
    description: "By whose clock ALERT_QUIET_HOURS are meant.",
  }),
  ALERT_REMIND_HOURS: about(wholeNumber(0, 168).prefault("4"), {
    group,
    expects: "a whole number from 0 to 168",
    description: "Hours after which a critical alert that nobody acknowledged is sent again; 0 never does.",
  }),
  ...alertThresholds,
};
