import { z } from "zod";
import { TextRead } from "../catalogue/workshop.ts";
import { endpoint } from "../kernel/endpoint.ts";
import { Id, Slug } from "../kernel/id.ts";
import { Instant } from "../kernel/instant.ts";
import { Language } from "../kernel/locale.ts";
import { pageOf, pageQuery } from "../kernel/page.ts";

export const enrolmentStatuses = [
  "pending",
  "confirmed",
  "waitlisted",
  "offered",
  "cancelled",
  "declined",
  "expired",
  "completed",
] as const;
export const EnrolmentStatus = z.enum(enrolmentStatuses);
export type EnrolmentStatus = z.infer<typeof EnrolmentStatus>;

/** One's own enrolment. */
export const Enrolment = z.object({
  id: Id,
  workshopId: Id,
  status: EnrolmentStatus,
  /** The place in line, from 1, while waitlisted. */
  position: z.int().min(1).nullable(),
  /** Until when an offered seat is held. */
  offeredUntil: Instant.nullable(),
  createdAt: Instant,
});
export type Enrolment = z.infer<typeof Enrolment>;

export const MyEnrolment = Enrolment.extend({
  workshop: z.object({
    slug: Slug.nullable(),
    title: TextRead,
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    timeZone: z.string(),
    isCancelled: z.boolean(),
  }),
});
export type MyEnrolment = z.infer<typeof MyEnrolment>;

/** An enrolment as those who run the workshop see it. */
export const StudioEnrolment = Enrolment.extend({
  participant: z.object({ id: Id, name: z.string(), email: z.string() }),
});
export type StudioEnrolment = z.infer<typeof StudioEnrolment>;

/** What stands in the way and can be confirmed by the person. */
export const Obstacle = z.enum(["overlaps_enrolment", "facilitates"]);

const tag = "enrolment";
const ofWorkshop = z.strictObject({ workshopId: Id });
const ofEnrolment = z.strictObject({ enrolmentId: Id });

export const enrolmentContract = {
  enrol: endpoint({
    id: "enrol",
    method: "POST",
    path: "/api/v1/me/workshops/{workshopId}/enrolment",
    summary:
      "Take a seat, or a place in line once the workshop is full. Answers confirmation_needed (details.obstacles) when its sessions overlap another enrolment or one facilitates it; repeat with `isConfirmed`.",
    tag,
    access: "signed_in",
    creates: true,
    status: 201,
    params: ofWorkshop,
    body: z.strictObject({ isConfirmed: z.boolean().default(false) }),
    response: Enrolment,
    errors: [
      "not_found",
      "already_enrolled",
      "workshop_full",
      "enrolment_closed",
      "confirmation_needed",
      "email_not_verified",
    ],
  }),
  getMyEnrolment: endpoint({
    id: "getMyEnrolment",
    method: "GET",
    path: "/api/v1/me/workshops/{workshopId}/enrolment",
    summary: "One's living enrolment in a workshop, or null.",
    tag,
    access: "signed_in",
    params: ofWorkshop,
    response: z.object({ enrolment: Enrolment.nullable() }),
  }),
  listMyEnrolments: endpoint({
    id: "listMyEnrolments",
    method: "GET",
    path: "/api/v1/me/enrolments",
    summary: "One's enrolments, soonest workshop first.",
    tag,
    access: "signed_in",
    query: z.strictObject({ lang: Language.default("en"), ...pageQuery }),
    response: pageOf(MyEnrolment),
  }),
  cancelEnrolment: endpoint({
    id: "cancelEnrolment",
    method: "POST",
    path: "/api/v1/me/enrolments/{enrolmentId}/cancel",
    summary: "Give up one's seat, one's offer or one's place in line. A freed seat goes to the first in line.",
    tag,
    access: "signed_in",
    params: ofEnrolment,
    response: Enrolment,
    errors: ["not_found", "invalid_transition"],
  }),
  acceptOffer: endpoint({
    id: "acceptOffer",
    method: "POST",
    path: "/api/v1/me/enrolments/{enrolmentId}/accept",
    summary: "Accept an offered seat.",
    tag,
    access: "signed_in",
    params: ofEnrolment,
    response: Enrolment,
    errors: ["not_found", "invalid_transition"],
  }),
  declineOffer: endpoint({
    id: "declineOffer",
    method: "POST",
    path: "/api/v1/me/enrolments/{enrolmentId}/decline",
    summary: "Decline an offered seat; it goes to the next in line.",
    tag,
    access: "signed_in",
    params: ofEnrolment,
    response: Enrolment,
    errors: ["not_found", "invalid_transition"],
  }),
  listWorkshopEnrolments: endpoint({
    id: "listWorkshopEnrolments",
    method: "GET",
    path: "/api/v1/studio/workshops/{workshopId}/enrolments",
    summary: "The enrolments of a workshop: seats first, then the line in order of arrival.",
    tag,
    access: "enrolments.read",
    params: ofWorkshop,
    query: z.strictObject({ status: EnrolmentStatus.optional(), ...pageQuery }),
    response: pageOf(StudioEnrolment),
    errors: ["not_found"],
  }),
  confirmEnrolment: endpoint({
    id: "confirmEnrolment",
    method: "POST",
    path: "/api/v1/studio/enrolments/{enrolmentId}/confirm",
    summary: "Approve a pending enrolment: it gets a seat, or a place in line once the workshop is full.",
    tag,
    access: "enrolments.confirm",
    params: ofEnrolment,
    response: StudioEnrolment,
    errors: ["not_found", "invalid_transition", "workshop_full"],
  }),
  declineEnrolment: endpoint({
    id: "declineEnrolment",
    method: "POST",
    path: "/api/v1/studio/enrolments/{enrolmentId}/decline",
    summary: "Turn down a pending enrolment.",
    tag,
    access: "enrolments.confirm",
    params: ofEnrolment,
    response: StudioEnrolment,
    errors: ["not_found", "invalid_transition"],
  }),
  removeEnrolment: endpoint({
    id: "removeEnrolment",
    method: "POST",
    path: "/api/v1/studio/enrolments/{enrolmentId}/cancel",
    summary: "Cancel somebody's enrolment; a freed seat goes to the first in line.",
    tag,
    access: "enrolments.cancel",
    params: ofEnrolment,
    response: StudioEnrolment,
    errors: ["not_found", "invalid_transition"],
  }),
};
