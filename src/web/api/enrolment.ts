import type { enrolmentContract } from "../../shared/enrolment/contract.ts";
import { operation } from "./operation.ts";

export const enrol = operation<typeof enrolmentContract.enrol>("POST", "/api/v1/me/workshops/{workshopId}/enrolment");
export const getMyEnrolment = operation<typeof enrolmentContract.getMyEnrolment>(
  "GET",
  "/api/v1/me/workshops/{workshopId}/enrolment",
);
export const listMyEnrolments = operation<typeof enrolmentContract.listMyEnrolments>("GET", "/api/v1/me/enrolments");
export const cancelEnrolment = operation<typeof enrolmentContract.cancelEnrolment>(
  "POST",
  "/api/v1/me/enrolments/{enrolmentId}/cancel",
);
export const acceptOffer = operation<typeof enrolmentContract.acceptOffer>(
  "POST",
  "/api/v1/me/enrolments/{enrolmentId}/accept",
);
export const declineOffer = operation<typeof enrolmentContract.declineOffer>(
  "POST",
  "/api/v1/me/enrolments/{enrolmentId}/decline",
);
export const listWorkshopEnrolments = operation<typeof enrolmentContract.listWorkshopEnrolments>(
  "GET",
  "/api/v1/studio/workshops/{workshopId}/enrolments",
);
export const confirmEnrolment = operation<typeof enrolmentContract.confirmEnrolment>(
  "POST",
  "/api/v1/studio/enrolments/{enrolmentId}/confirm",
);
export const declineEnrolment = operation<typeof enrolmentContract.declineEnrolment>(
  "POST",
  "/api/v1/studio/enrolments/{enrolmentId}/decline",
);
export const removeEnrolment = operation<typeof enrolmentContract.removeEnrolment>(
  "POST",
  "/api/v1/studio/enrolments/{enrolmentId}/cancel",
);
