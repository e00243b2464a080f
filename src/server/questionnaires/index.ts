import type { Language } from "../../shared/kernel/locale.ts";
import type { QuestionnaireDraft } from "../../shared/questionnaires/contract.ts";
import type { PublishedQuestionnaire } from "../../shared/questionnaires/questionnaire.ts";
import type { Actor } from "../platform/authz/actor.ts";
import type { Db } from "../platform/db/database.ts";
import type { Route } from "../platform/http/route.ts";
import type { ScheduledJob } from "../platform/jobs/jobs.ts";
import { isOwn } from "./access.ts";
import { questionnaireTag } from "./cache.ts";
import { type CreateInput, createQuestionnaire } from "./create-questionnaire.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { scheduledJobs } from "./jobs.ts";
import { listOpenForWorkshop, type OpenQuestionnaire } from "./list-open-for-workshop.ts";
import { type PublishInput, publishQuestionnaire } from "./publish-questionnaire.ts";
import {
  getPublished,
  getPublishedByIds,
  type PublishedVersion,
  publishedVersion,
  shownTags,
  versionByNumber,
} from "./published-version.ts";
import { findQuestionnaire } from "./queries/list.ts";
import { routes } from "./routes.ts";
import type { Audience, IdentityMode, QuestionnaireRow } from "./tables.ts";

export type { QuestionnairesDeps } from "./deps.ts";
export type {
  Audience,
  CreateInput,
  IdentityMode,
  OpenQuestionnaire,
  PublishedVersion,
  PublishInput,
  QuestionnaireRow,
};

/** A questionnaire's row, and whose it is. */
export interface QuestionnaireAccess extends QuestionnaireRow {
  /** Made by the person, or of a workshop of theirs. */
  isOwn: boolean;
}

/** The door of questionnaires: drafts, frozen versions, settings. */
export interface Questionnaires {
  routes: Route[];
  scheduled: ScheduledJob[];
  /** The version that people answer now, with the settings that hold now; undefined before the first publish. Cached. */
  publishedVersion(id: string): Promise<PublishedVersion | undefined>;
  /** One frozen version; its content never changes. Cached. */
  versionContent(id: string, number: number): Promise<PublishedVersion | undefined>;
  /** The published questionnaire as its runner gets it, with its workshop. Cached. @throws {AppError} not_found */
  getPublished(id: string): Promise<PublishedQuestionnaire>;
  /** Published questionnaires by id; those without a published version are left out. Cached; two statements at most. */
  publishedByIds(ids: readonly string[]): Promise<Map<string, PublishedQuestionnaire>>;
  /** The questionnaires of a workshop that take responses now, first published first. Cached. */
  listOpenForWorkshop(workshopId: string, language: Language): Promise<OpenQuestionnaire[]>;
  /** Whether the questionnaire is the actor's own; false when it does not exist or they are not signed in. */
  isOwnQuestionnaire(db: Db, actor: Actor, id: string): Promise<boolean>;
  /** The questionnaire's row and whether it is the person's own; undefined when it does not exist or is deleted. */
  questionnaireAccess(db: Db, personId: string, id: string): Promise<QuestionnaireAccess | undefined>;
  /** Starts a questionnaire. @throws {AppError} not_found | forbidden | invalid_input */
  create(actor: Actor, input: CreateInput): Promise<QuestionnaireDraft>;
  /** Freezes a draft as the next version. @throws {AppError} not_found | forbidden | edit_conflict | not_publishable */
  publish(actor: Actor, input: PublishInput): Promise<QuestionnaireDraft>;
  /** The tag of cached things that show the questionnaire. */
  readonly cacheTags: { questionnaire(id: string): string };
  /** The tags of what shows the published questionnaire together with its workshop's name. */
  shownTags(id: string): Promise<string[]>;
}

/** Makes the questionnaires. */
export function createQuestionnaires(deps: QuestionnairesDeps): Questionnaires {
  const access = async (db: Db, personId: string, id: string) => {
    const row = await findQuestionnaire(db, id);
    return row && { ...row, isOwn: await isOwn({ db, catalogue: deps.catalogue }, personId, row) };
  };
  return {
    routes: routes(deps),
    scheduled: scheduledJobs(deps),
    publishedVersion: (id) => publishedVersion(deps, id),
    versionContent: (id, number) => versionByNumber(deps, id, number),
    getPublished: (id) => getPublished(deps, id),
    publishedByIds: (ids) => getPublishedByIds(deps, ids),
    listOpenForWorkshop: (workshopId, language) => listOpenForWorkshop(deps, workshopId, language),
    isOwnQuestionnaire: async (db, actor, id) =>
      actor.kind === "person" && ((await access(db, actor.personId, id))?.isOwn ?? false),
    questionnaireAccess: access,
    create: (actor, input) => createQuestionnaire(deps, actor, input),
    publish: (actor, input) => publishQuestionnaire(deps, actor, input),
    cacheTags: { questionnaire: questionnaireTag },
    shownTags: (id) => shownTags(deps, id),
  };
}
