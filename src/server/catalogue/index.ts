import type { z } from "zod";
import type { Tag } from "../../shared/catalogue/places.ts";
import type { PublicWorkshop, WorkshopPage } from "../../shared/catalogue/workshop.ts";
import type { Language, LocalisedText } from "../../shared/kernel/locale.ts";
import type { Db, Tx } from "../platform/db/database.ts";
import type { Route } from "../platform/http/route.ts";
import type { ScheduledJob } from "../platform/jobs/jobs.ts";
import { addressTag, dropSeats, listTag, tagsOfList, workshopTag } from "./cache.ts";
import type { CatalogueDeps } from "./deps.ts";
import { type FoundWorkshop, getPublicWorkshop, publicWorkshopsByIds } from "./get-public-workshop.ts";
import { scheduledJobs } from "./jobs.ts";
import { listTags } from "./list-places.ts";
import { type ListWorkshopsQuery, listWorkshops } from "./list-workshops.ts";
import { nameTags } from "./name-tags.ts";
import { isPublic } from "./policy.ts";
import { findAccess } from "./queries/drafts.ts";
import {
  type AddressPage,
  countPublicAddresses,
  listPublicAddresses,
  type PublicAddress,
} from "./queries/public-page.ts";
import { findOwnIds, findSummaries, lockForEnrolment, statisticsRefreshedAt } from "./queries/workshops.ts";
import { routes } from "./routes.ts";
import type { EnrolmentWorkshop, WorkshopSummary } from "./tables.ts";

export type { CatalogueDeps } from "./deps.ts";
export type { WorkshopCancelled, WorkshopPublished } from "./events.ts";
export type { EnrolmentWorkshop, FoundWorkshop, ListWorkshopsQuery, PublicAddress, WorkshopSummary };

/** Whose a workshop is, and whether everybody may know of it. */
export interface WorkshopAccess {
  /** Made by the person, or they are one of its facilitators. */
  isOwn: boolean;
  /** False: whoever may not see it gets `not_found`, not `forbidden`. */
  isPublic: boolean;
}

/** The catalogue's door: workshops, their sessions, places, facilitators and tags. */
export interface Catalogue {
  routes: Route[];
  scheduled: ScheduledJob[];
  /** Published workshops, soonest first; with `q`, best match first. Cached. @throws {AppError} invalid_input (cursor) */
  listWorkshops(query: ListWorkshopsQuery): Promise<WorkshopPage>;
  /** The public workshop that a slug names in either language, or named before. Cached. */
  getPublicWorkshop(slug: string, language: Language): Promise<FoundWorkshop | undefined>;
  /** Public workshops by id, as their pages show them; those without a page are left out. Cached; one statement at most. */
  publicWorkshopsByIds(ids: readonly string[], language: Language): Promise<Map<string, PublicWorkshop>>;
  /** How many workshops the sitemap lists. */
  countPublicAddresses(): Promise<number>;
  /** The addresses of some of them, in the order in which they were made. */
  listPublicAddresses(page: AddressPage): Promise<PublicAddress[]>;
  /** When the statistics view was made anew last; undefined before the first time. */
  statisticsRefreshedAt(): Promise<Date | undefined>;
  /** All tags in both languages. Cached. */
  listTags(): Promise<{ items: z.infer<typeof Tag>[] }>;
  /** The titles of the workshops that tags of the cache are about; other tags are left out. */
  nameTags(tags: readonly string[]): Promise<Map<string, LocalisedText>>;
  /** The tags of cached pages. */
  readonly cacheTags: {
    /** Of a page that depends on which workshops there are, but shows no free seats. */
    readonly list: string;
    /** Of a page that shows these workshops with their free seats. */
    listOf(shown: readonly { id: string }[]): string[];
    /** Of a page that leads from an address to a workshop. */
    readonly addresses: string;
    /** Of a page that shows one workshop. */
    workshop(workshopId: string): string;
  };
  /**
   * The live row, locked until the transaction ends: whoever takes or frees a seat of this workshop waits.
   * Undefined when it does not exist or is deleted.
   */
  workshopForEnrolment(tx: Tx, workshopId: string): Promise<EnrolmentWorkshop | undefined>;
  /** To be called in every transaction that takes or frees seats: the public pages show the new number afterwards. */
  seatsChanged(tx: Tx, workshopId: string): void;
  /** Whether the workshop is the person's own. False when it does not exist. */
  isOwnWorkshop(db: Db, personId: string, workshopId: string): Promise<boolean>;
  /** The ids of all workshops that are the person's own. */
  ownWorkshopIds(db: Db, personId: string): Promise<string[]>;
  /** Whose the workshop is; undefined when it does not exist or is deleted. */
  workshopAccess(db: Db, personId: string | null, workshopId: string): Promise<WorkshopAccess | undefined>;
  /** Titles, addresses and times of workshops by id, deleted ones too; ids that do not exist are left out. */
  workshopSummaries(db: Db, ids: readonly string[]): Promise<Map<string, WorkshopSummary>>;
}

/** Makes the catalogue. */
export function createCatalogue(deps: CatalogueDeps): Catalogue {
  return {
    routes: routes(deps),
    scheduled: scheduledJobs(deps),
    listWorkshops: (query) => listWorkshops(deps, query),
    getPublicWorkshop: (slug, language) => getPublicWorkshop(deps, slug, language),
    publicWorkshopsByIds: (ids, language) => publicWorkshopsByIds(deps, ids, language),
    countPublicAddresses: () => countPublicAddresses(deps.db.longReads),
    listPublicAddresses: (page) => listPublicAddresses(deps.db.longReads, page),
    statisticsRefreshedAt: () => statisticsRefreshedAt(deps.db.reads),
    listTags: () => listTags(deps),
    nameTags: (tags) => nameTags(deps.db.longReads, tags),
    cacheTags: { list: listTag, listOf: tagsOfList, addresses: addressTag, workshop: workshopTag },
    workshopForEnrolment: lockForEnrolment,
    seatsChanged: (tx, workshopId) => dropSeats(tx, deps.cache, workshopId),
    isOwnWorkshop: async (db, personId, workshopId) => (await findAccess(db, workshopId, personId))?.isOwn ?? false,
    ownWorkshopIds: findOwnIds,
    workshopAccess: async (db, personId, workshopId) => {
      const row = await findAccess(db, workshopId, personId);
      return row && { isOwn: row.isOwn, isPublic: isPublic(row) };
    },
    workshopSummaries: async (db, ids) => new Map((await findSummaries(db, ids)).map((row) => [row.id, row])),
  };
}
