import { tagsEntry } from "./cache.ts";
import type { CatalogueDeps } from "./deps.ts";
import * as places from "./queries/places.ts";

/** Facilitators by name. */
export const listFacilitators = async ({ db }: CatalogueDeps) => ({ items: await places.listFacilitators(db) });

/** Locations by name. */
export const listLocations = async ({ db }: CatalogueDeps) => ({ items: await places.listLocations(db) });

/** All tags. */
export const listTags = ({ db, cache }: CatalogueDeps) =>
  cache.getOrSet(tagsEntry.key, tagsEntry.options, async () => ({
    items: await places.listTags(db.reads),
  }));
