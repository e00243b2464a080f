/** Whether one can still enrol, and if not, why. */
export type EnrolmentWindow = "open" | "started" | "over" | "cancelled";
