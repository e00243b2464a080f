import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Id, Slug } from "../kernel/id.ts";
import { Day, Instant } from "../kernel/instant.ts";
import { Language, localisedText } from "../kernel/locale.ts";
import { pageOf, pageQuery } from "../kernel/page.ts";
import {
  ChecklistItem,
  LanguageState,
  PublicWorkshop,
  tagKinds,
  WorkshopCard,
  WorkshopChanges,
  WorkshopContent,
  WorkshopStatus,
} from "./workshop.ts";

const tag = "catalogue";
const workshopParams = z.strictObject({ workshopId: Id });

/** A workshop as the studio's list shows it. */
export const StudioWorkshop = z.object({
  id: Id,
  title: localisedText(160),
  status: WorkshopStatus,
  languageStates: z.object({ en: LanguageState, pl: LanguageState }),
  startsAt: Instant.nullable(),
  capacity: z.int().nullable(),
  taken: z.int().min(0),
  waiting: z.int().min(0),
  createdBy: z.object({ id: Id, name: z.string() }),
  isOwn: z.boolean(),
  updatedAt: Instant,
});
export type StudioWorkshop = z.infer<typeof StudioWorkshop>;

/** A workshop as its editor works on it. */
export const WorkshopDraft = z.object({
  id: Id,
  status: WorkshopStatus,
  /** Counts saves; send it back as `baseVersion`. */
  version: z.int().min(1),
  content: WorkshopContent,
  languageStates: z.object({ en: LanguageState, pl: LanguageState }),
  /** Languages whose draft differs from what the public page shows. */
  unpublishedLanguages: z.array(Language),
  slugs: z.object({ en: Slug.optional(), pl: Slug.optional() }),
  canEdit: z.boolean(),
  canEditSessions: z.boolean(),
  updatedAt: Instant,
});
export type WorkshopDraft = z.infer<typeof WorkshopDraft>;

export const Facilitator = z.object({ id: Id, personId: Id.nullable(), name: z.string(), bio: localisedText(2000) });
export type Facilitator = z.infer<typeof Facilitator>;
export const Location = z.object({
  id: Id,
  name: z.string(),
  address: z.string(),
  city: z.string(),
  availableFrom: Instant.nullable(),
  availableUntil: Instant.nullable(),
});
export type Location = z.infer<typeof Location>;
export const Tag = z.object({ id: Id, kind: z.enum(tagKinds), code: z.string(), name: localisedText(80) });
export type Tag = z.infer<typeof Tag>;
export const Revision = z.object({
  number: z.int(),
  language: Language,
  publishedAt: Instant,
  publishedBy: z.string().nullable(),
});

const TagCode = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(60);

export const catalogueContract = {
  listWorkshops: endpoint({
    id: "listWorkshops",
    method: "GET",
    path: "/api/v1/workshops",
    summary: "Published workshops, soonest first; with `q`, best match first. Days are read in Europe/Warsaw.",
    tag,
    access: "public",
    isCacheable: true,
    query: z.strictObject({
      lang: Language.default("en"),
      q: z.string().trim().max(200).optional(),
      tag: TagCode.optional(),
      from: Day.optional(),
      to: Day.optional(),
      ...pageQuery,
    }),
    response: pageOf(WorkshopCard),
  }),
  getWorkshop: endpoint({
    id: "getWorkshop",
    method: "GET",
    path: "/api/v1/workshops/{slug}",
    summary: "A published workshop by its slug in either language, or by an address it had before.",
    tag,
    access: "public",
    isCacheable: true,
    params: z.strictObject({ slug: Slug }),
    query: z.strictObject({ lang: Language.default("en") }),
    response: PublicWorkshop,
    errors: ["not_found"],
  }),
  listTags: endpoint({
    id: "listTags",
    method: "GET",
    path: "/api/v1/tags",
    summary: "All tags with their names in both languages.",
    tag,
    access: "public",
    isCacheable: true,
    response: z.object({ items: z.array(Tag) }),
  }),
  listStudioWorkshops: endpoint({
    id: "listStudioWorkshops",
    method: "GET",
    path: "/api/v1/studio/workshops",
    summary: "The workshops one may see in the studio, last edited first.",
    tag,
    access: "workshops.readDraft",
    query: z.strictObject({
      q: z.string().trim().max(200).optional(),
      status: WorkshopStatus.optional(),
      ...pageQuery,
    }),
    response: pageOf(StudioWorkshop),
  }),
  createWorkshop: endpoint({
    id: "createWorkshop",
    method: "POST",
    path: "/api/v1/studio/workshops",
    summary: "Start a draft.",
    tag,
    access: "workshops.edit",
    creates: true,
    status: 201,
    body: z.strictObject({ content: WorkshopChanges.default({}) }),
    response: WorkshopDraft,
  }),
  getDraft: endpoint({
    id: "getWorkshopDraft",
    method: "GET",
    path: "/api/v1/studio/workshops/{workshopId}",
    summary: "The draft with its state in each language.",
    tag,
    access: "workshops.readDraft",
    params: workshopParams,
    response: WorkshopDraft,
    errors: ["not_found"],
  }),
  saveDraft: endpoint({
    id: "saveWorkshopDraft",
    method: "PATCH",
    path: "/api/v1/studio/workshops/{workshopId}",
    summary:
      "Change some fields. Changes to different fields merge; a field that someone else changed since `baseVersion` answers edit_conflict with both values.",
    tag,
    access: "workshops.readDraft",
    params: workshopParams,
    body: z.strictObject({ baseVersion: z.int().min(1), changes: WorkshopChanges }),
    response: WorkshopDraft,
    errors: ["not_found", "forbidden", "edit_conflict", "capacity_below_taken"],
  }),
  getChecklist: endpoint({
    id: "getPublishChecklist",
    method: "GET",
    path: "/api/v1/studio/workshops/{workshopId}/checklist",
    summary: "What is missing before the language can be published. Messages are in the reader's language.",
    tag,
    access: "workshops.readDraft",
    params: workshopParams,
    query: z.strictObject({ language: Language }),
    response: z.object({ items: z.array(ChecklistItem), isPublishable: z.boolean() }),
    errors: ["not_found"],
  }),
  publish: endpoint({
    id: "publishWorkshop",
    method: "POST",
    path: "/api/v1/studio/workshops/{workshopId}/publish",
    summary: "Make the draft of one language public, as the next numbered revision.",
    tag,
    access: "workshops.edit",
    params: workshopParams,
    body: z.strictObject({ language: Language, version: z.int().min(1) }),
    response: WorkshopDraft,
    errors: [
      "not_found",
      "not_publishable",
      "overlapping_session",
      "capacity_below_taken",
      "edit_conflict",
      "invalid_transition",
    ],
  }),
  listRevisions: endpoint({
    id: "listWorkshopRevisions",
    method: "GET",
    path: "/api/v1/studio/workshops/{workshopId}/revisions",
    summary: "Every publish, newest first.",
    tag,
    access: "workshops.readDraft",
    params: workshopParams,
    response: z.object({ items: z.array(Revision) }),
    errors: ["not_found"],
  }),
  restoreRevision: endpoint({
    id: "restoreWorkshopRevision",
    method: "POST",
    path: "/api/v1/studio/workshops/{workshopId}/revisions/{number}/restore",
    summary: "Copy a revision's content into the draft; nothing public changes until it is published.",
    tag,
    access: "workshops.edit",
    params: z.strictObject({ workshopId: Id, number: z.coerce.number().int().min(1).max(1_000_000) }),
    response: WorkshopDraft,
    errors: ["not_found"],
  }),
  archive: endpoint({
    id: "archiveWorkshop",
    method: "POST",
    path: "/api/v1/studio/workshops/{workshopId}/archive",
    summary: "Take a published workshop off the public site.",
    tag,
    access: "workshops.edit",
    params: workshopParams,
    response: WorkshopDraft,
    errors: ["not_found", "invalid_transition"],
  }),
  cancel: endpoint({
    id: "cancelWorkshop",
    method: "POST",
    path: "/api/v1/studio/workshops/{workshopId}/cancel",
    summary: "Cancel a workshop and tell everyone enrolled.",
    tag,
    access: "workshops.edit",
    params: workshopParams,
    response: WorkshopDraft,
    errors: ["not_found", "invalid_transition"],
  }),
  duplicate: endpoint({
    id: "duplicateWorkshop",
    method: "POST",
    path: "/api/v1/studio/workshops/{workshopId}/duplicate",
    summary: "Copy everything but dates, enrolments and responses, as a new draft.",
    tag,
    access: "workshops.edit",
    creates: true,
    status: 201,
    params: workshopParams,
    response: WorkshopDraft,
    errors: ["not_found"],
  }),
  deleteWorkshop: endpoint({
    id: "deleteWorkshop",
    method: "DELETE",
    path: "/api/v1/studio/workshops/{workshopId}",
    summary:
      "Put a workshop without enrolments into the bin (purged after 90 days). One with enrolments is cancelled instead.",
    tag,
    access: "workshops.edit",
    params: workshopParams,
    status: 204,
    errors: ["not_found", "invalid_transition"],
  }),
  listFacilitators: endpoint({
    id: "listFacilitators",
    method: "GET",
    path: "/api/v1/studio/facilitators",
    summary: "Facilitators by name.",
    tag,
    access: "workshops.readDraft",
    response: z.object({ items: z.array(Facilitator) }),
  }),
  createFacilitator: endpoint({
    id: "createFacilitator",
    method: "POST",
    path: "/api/v1/studio/facilitators",
    summary: "Add a facilitator, linked to a person's account by its address or not.",
    tag,
    access: "places.edit",
    creates: true,
    status: 201,
    body: z.strictObject({
      name: z.string().trim().min(1).max(120),
      email: z.email().max(254).optional(),
      bio: localisedText(2000).default({}),
    }),
    response: Facilitator,
    errors: ["conflict", "not_found"],
  }),
  listLocations: endpoint({
    id: "listLocations",
    method: "GET",
    path: "/api/v1/studio/locations",
    summary: "Locations by name.",
    tag,
    access: "workshops.readDraft",
    response: z.object({ items: z.array(Location) }),
  }),
  createLocation: endpoint({
    id: "createLocation",
    method: "POST",
    path: "/api/v1/studio/locations",
    summary: "Add a location.",
    tag,
    access: "places.edit",
    creates: true,
    status: 201,
    body: z.strictObject({
      name: z.string().trim().min(1).max(160),
      address: z.string().trim().max(300).default(""),
      city: z.string().trim().max(100).default(""),
      availableFrom: Instant.nullable().default(null),
      availableUntil: Instant.nullable().default(null),
    }),
    response: Location,
  }),
};
