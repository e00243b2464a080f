import { AppError } from "../../shared/kernel/error.ts";
import type { PublishedQuestionnaire } from "../../shared/questionnaires/questionnaire.ts";
import type { WorkshopSummary } from "../catalogue/index.ts";
import { Batch, byId } from "../platform/db/batch.ts";
import { publishedEntry, questionnaireTag, versionEntry, workshopSummaryEntry } from "./cache.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { presentVersion } from "./present.ts";
import { findCurrentVersion, findCurrentVersions, findVersion } from "./queries/versions.ts";
import type { VersionRow } from "./tables.ts";

/** A published version with the settings that hold now. Instants are ISO texts. */
export interface PublishedVersion extends Omit<PublishedQuestionnaire, "workshop"> {
  workshopId: string | null;
}

type ReadDeps = Pick<QuestionnairesDeps, "db" | "cache" | "catalogue">;

/** The version that people answer now; undefined when nothing was ever published. Cached. */
export function publishedVersion(deps: ReadDeps, id: string): Promise<PublishedVersion | undefined> {
  return keptVersion(deps, id, () => findCurrentVersion(deps.db.reads, id));
}

function keptVersion(
  { cache }: Pick<ReadDeps, "cache">,
  id: string,
  load: () => Promise<VersionRow | undefined>,
): Promise<PublishedVersion | undefined> {
  const { key, options } = publishedEntry(id);
  return foundOnly(() => cache.getOrSet(key, options, async () => presented(await load())));
}

/** One frozen version by its number. Its content never changes. Cached. */
export function versionByNumber(
  { db, cache }: ReadDeps,
  id: string,
  number: number,
): Promise<PublishedVersion | undefined> {
  const { key, options } = versionEntry(id, number);
  return foundOnly(() => cache.getOrSet(key, options, async () => presented(await findVersion(db.reads, id, number))));
}

/** The questionnaire as its runner gets it. @throws {AppError} not_found */
export async function getPublished(deps: ReadDeps, id: string): Promise<PublishedQuestionnaire> {
  return withWorkshop(deps, required(await publishedVersion(deps, id)));
}

/** An older version, with the settings that hold now. @throws {AppError} not_found */
export async function getVersion(deps: ReadDeps, id: string, number: number): Promise<PublishedQuestionnaire> {
  const { version, languages, content } = required(await versionByNumber(deps, id, number));
  const current = required(await publishedVersion(deps, id));
  return withWorkshop(deps, { ...current, version, languages, content });
}

/** The tags of what shows a questionnaire: its own, and its workshop's, whose name stands beside it once it is public. */
export async function shownTags(deps: ReadDeps, id: string): Promise<string[]> {
  const workshopId = (await publishedVersion(deps, id))?.workshopId;
  return [questionnaireTag(id), ...(workshopId ? [deps.catalogue.cacheTags.workshop(workshopId)] : [])];
}

/**
 * Published questionnaires by id, those without a published version left out. One statement reads all versions that the
 * cache has not got, and one their workshops.
 */
export async function getPublishedByIds(
  deps: ReadDeps,
  ids: readonly string[],
): Promise<Map<string, PublishedQuestionnaire>> {
  const { db, catalogue } = deps;
  const versions = new Batch(async (some: string[]) => byId(await findCurrentVersions(db.reads, some)));
  const summaries = new Batch((some: string[]) => catalogue.workshopSummaries(db.reads, some));
  const found = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const version = await keptVersion(deps, id, () => versions.load(id));
      return version && withWorkshop(deps, version, (workshopId) => summaries.load(workshopId));
    }),
  );
  return byId(found.filter((questionnaire) => questionnaire !== undefined));
}

type LoadSummary = (workshopId: string) => Promise<WorkshopSummary | undefined>;

async function withWorkshop(
  deps: ReadDeps,
  version: PublishedVersion,
  load: LoadSummary = async (id) => (await deps.catalogue.workshopSummaries(deps.db.reads, [id])).get(id),
): Promise<PublishedQuestionnaire> {
  const { workshopId, ...shown } = version;
  return { ...shown, workshop: workshopId === null ? null : await workshopAround(deps, workshopId, load) };
}

/** The workshop's name and address; null while nobody may know of it. */
function workshopAround(
  { cache, catalogue }: ReadDeps,
  id: string,
  load: LoadSummary,
): Promise<PublishedQuestionnaire["workshop"]> {
  const { key, options } = workshopSummaryEntry(catalogue, id);
  return cache.getOrSet(key, options, async () => {
    const workshop = await load(id);
    return workshop?.isPublic ? { id, title: workshop.title, slugs: workshop.slugs } : null;
  });
}

/** Failures are not cached, so an id that does not exist takes no room there. */
function presented(row: VersionRow | undefined): PublishedVersion {
  const existing = required(row);
  return { ...presentVersion(existing), workshopId: existing.workshopId };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new AppError("not_found");
  return value;
}

async function foundOnly<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return undefined;
    throw error;
  }
}
