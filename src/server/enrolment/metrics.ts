import { enrolmentStatuses } from "../../shared/enrolment/contract.ts";
import type { EnrolmentDeps } from "./deps.ts";

const enrolments = {
  name: "workshopsai_enrolments_total",
  help: "Enrolments that came into a state, such as confirmed, waitlisted or cancelled",
  label: "status",
};

/** Counts what becomes of enrolments, once it is committed. */
export function countEnrolments({ events, facts }: Pick<EnrolmentDeps, "events" | "facts">): void {
  facts.expect(enrolments, enrolmentStatuses);
  for (const status of enrolmentStatuses) {
    events.on(`enrolment.${status}`, async (tx) => tx.afterCommit(() => facts.add(enrolments, status)));
  }
}
