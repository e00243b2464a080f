import { z } from "zod";
import { ChecklistItem, LanguageState } from "../catalogue/workshop.ts";
import { endpoint } from "../kernel/endpoint.ts";
import { Id } from "../kernel/id.ts";
import { Instant } from "../kernel/instant.ts";
import { Language, localisedText } from "../kernel/locale.ts";
import { pageOf, pageQuery } from "../kernel/page.ts";
import { PublishedQuestionnaire, QuestionnaireContent } from "./questionnaire.ts";

const tag = "questionnaires";
const ofQuestionnaire = z.strictObject({ questionnaireId: Id });

/** What may change without a new version. */
export const QuestionnaireSettings = z.strictObject({
  audience: z.enum(["anyone", "enrolled", "confirmed"]),
  identityMode: z.enum(["identified", "anonymous"]),
  opensAt: Instant.nullable(),
  closesAt: Instant.nullable(),
});
export type QuestionnaireSettings = z.infer<typeof QuestionnaireSettings>;

export const StudioQuestionnaire = z.object({
  id: Id,
  workshopId: Id.nullable(),
  workshopTitle: localisedText(160).nullable(),
  title: localisedText(200),
  status: z.enum(["draft", "published", "closed"]),
  currentVersion: z.int().nullable(),
  responseCount: z.int().min(0),
  isOwn: z.boolean(),
  updatedAt: Instant,
});
export type StudioQuestionnaire = z.infer<typeof StudioQuestionnaire>;

export const QuestionnaireDraft = z.object({
  id: Id,
  workshopId: Id.nullable(),
  status: z.enum(["draft", "published", "closed"]),
  currentVersion: z.int().nullable(),
  /** Counts saves; send it back as `baseVersion`. */
  version: z.int().min(1),
  content: QuestionnaireContent,
  settings: QuestionnaireSettings,
  languageStates: z.object({ en: LanguageState, pl: LanguageState }),
  hasUnpublishedChanges: z.boolean(),
  /** True from the first response on: the identity mode can no longer change. */
  isIdentityModeLocked: z.boolean(),
  canEdit: z.boolean(),
  updatedAt: Instant,
});
export type QuestionnaireDraft = z.infer<typeof QuestionnaireDraft>;

export const questionnairesContract = {
  getPublished: endpoint({
    id: "getQuestionnaire",
    method: "GET",
    path: "/api/v1/questionnaires/{questionnaireId}",
    summary: "The published version of a questionnaire.",
    tag,
    access: "public",
    isCacheable: true,
    params: ofQuestionnaire,
    response: PublishedQuestionnaire,
    errors: ["not_found"],
  }),
  getVersion: endpoint({
    id: "getQuestionnaireVersion",
    method: "GET",
    path: "/api/v1/questionnaires/{questionnaireId}/versions/{version}",
    summary: "A published version by its number: a draft response that was begun on it stays on it.",
    tag,
    access: "public",
    isCacheable: true,
    params: z.strictObject({ questionnaireId: Id, version: z.coerce.number().int().min(1).max(1_000_000) }),
    response: PublishedQuestionnaire,
    errors: ["not_found"],
  }),
  list: endpoint({
    id: "listQuestionnaires",
    method: "GET",
    path: "/api/v1/studio/questionnaires",
    summary: "The questionnaires one may see, last edited first; of one workshop with `workshopId`.",
    tag,
    access: "questionnaires.read",
    query: z.strictObject({ workshopId: Id.optional(), ...pageQuery }),
    response: pageOf(StudioQuestionnaire),
  }),
  create: endpoint({
    id: "createQuestionnaire",
    method: "POST",
    path: "/api/v1/studio/questionnaires",
    summary: "Start a questionnaire for a workshop, or one that stands alone as a template.",
    tag,
    access: "questionnaires.edit",
    creates: true,
    status: 201,
    body: z.strictObject({
      workshopId: Id.nullable().default(null),
      content: QuestionnaireContent.optional(),
      settings: QuestionnaireSettings.partial().optional(),
    }),
    response: QuestionnaireDraft,
    errors: ["not_found"],
  }),
  getDraft: endpoint({
    id: "getQuestionnaireDraft",
    method: "GET",
    path: "/api/v1/studio/questionnaires/{questionnaireId}",
    summary: "The draft of the next version.",
    tag,
    access: "questionnaires.read",
    params: ofQuestionnaire,
    response: QuestionnaireDraft,
    errors: ["not_found"],
  }),
  saveDraft: endpoint({
    id: "saveQuestionnaireDraft",
    method: "PUT",
    path: "/api/v1/studio/questionnaires/{questionnaireId}",
    summary: "Save content or settings. A save based on an older version answers edit_conflict with the present draft.",
    tag,
    access: "questionnaires.edit",
    params: ofQuestionnaire,
    body: z.strictObject({
      baseVersion: z.int().min(1),
      content: QuestionnaireContent.optional(),
      settings: QuestionnaireSettings.partial().optional(),
    }),
    response: QuestionnaireDraft,
    errors: ["not_found", "edit_conflict", "identity_mode_locked"],
  }),
  getChecklist: endpoint({
    id: "getQuestionnaireChecklist",
    method: "GET",
    path: "/api/v1/studio/questionnaires/{questionnaireId}/checklist",
    summary:
      "What the checker found: unreachable questions, references to later ones, texts missing. For one language, or for all that have texts.",
    tag,
    access: "questionnaires.read",
    params: ofQuestionnaire,
    query: z.strictObject({ language: Language.optional() }),
    response: z.object({ items: z.array(ChecklistItem), isPublishable: z.boolean() }),
    errors: ["not_found"],
  }),
  publish: endpoint({
    id: "publishQuestionnaire",
    method: "POST",
    path: "/api/v1/studio/questionnaires/{questionnaireId}/publish",
    summary: "Freeze the draft as the next version, in the languages named.",
    tag,
    access: "questionnaires.edit",
    params: ofQuestionnaire,
    body: z.strictObject({ version: z.int().min(1), languages: z.array(Language).min(1).max(2) }),
    response: QuestionnaireDraft,
    errors: ["not_found", "not_publishable", "edit_conflict"],
  }),
  close: endpoint({
    id: "closeQuestionnaire",
    method: "POST",
    path: "/api/v1/studio/questionnaires/{questionnaireId}/close",
    summary: "Stop taking responses.",
    tag,
    access: "questionnaires.edit",
    params: ofQuestionnaire,
    response: QuestionnaireDraft,
    errors: ["not_found", "invalid_transition"],
  }),
  deleteQuestionnaire: endpoint({
    id: "deleteQuestionnaire",
    method: "DELETE",
    path: "/api/v1/studio/questionnaires/{questionnaireId}",
    summary: "Put a questionnaire without responses into the bin.",
    tag,
    access: "questionnaires.edit",
    params: ofQuestionnaire,
    status: 204,
    errors: ["not_found", "invalid_transition"],
  }),
};
