import { Link } from "@tanstack/react-router";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";

const addresses = {
  alerts: "/operations/alerts",
  requests: "/operations/requests",
  statements: "/operations/database",
  cache: "/operations/cache",
  jobs: "/operations/jobs",
  settings: "/operations/settings",
  health: "/operations",
  people: "/people",
} as const;

/** A page where something can be done about a figure. */
export type RemedyName = keyof typeof addresses;

const byAlertType: Record<string, RemedyName> = {
  response_time_p95: "requests",
  response_time_p99: "requests",
  error_rate: "requests",
  cache_hit_rate: "cache",
  pool_waiting: "statements",
  queue_age: "jobs",
  failed_jobs: "jobs",
  heap: "cache",
  event_loop_delay: "requests",
  health_check: "health",
};

/** Where to go with an alert of this type. */
export const remedyFor = (alertType: string): RemedyName => byAlertType[alertType] ?? "health";

/** A link to where something can be done. */
export function RemedyLink({ name }: { name: RemedyName }) {
  const words = operationsMessages[useStudioLanguage()];
  return (
    <Link to={addresses[name]} {...(name === "health" ? { hash: "health" } : {})} className="remedy-link">
      {words.remedies[name]}
    </Link>
  );
}
