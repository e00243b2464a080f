import type { EnrolmentStatus } from "../../shared/enrolment/contract.ts";
import type { Audience } from "../questionnaires/index.ts";

/** Whether somebody with this enrolment in the workshop (none: undefined) may answer. Only living ones count. */
export function isInAudience(audience: Audience, enrolment: EnrolmentStatus | undefined): boolean {
  switch (audience) {
    case "anyone":
      return true;
    case "enrolled":
      return enrolment !== undefined && enrolledStatuses.has(enrolment);
    case "confirmed":
      return enrolment === "confirmed" || enrolment === "completed";
  }
}

const enrolledStatuses: ReadonlySet<EnrolmentStatus> = new Set<EnrolmentStatus>([
  "pending",
  "confirmed",
  "waitlisted",
  "offered",
  "completed",
]);
