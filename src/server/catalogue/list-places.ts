import { tagsTtlSeconds } from "./cache.ts";
import type { CatalogueDeps } from "./deps.ts";
import * as places from "./queries/places.ts";

/** Facilitators by name. */
export const listFacilitators = async ({ db }: CatalogueDeps) => ({ items: await places.listFacilitators(db) });

/** Locations by name. */
export const listLocations = async ({ db }: CatalogueDeps) => ({ items: await places.listLocations(db) });

/** All tags. They come with the migrations, so nothing ever has to drop them. */
export const listTags = ({ db, cache }: CatalogueDeps) =>
  cache.getOrSet("tags", { ttlSeconds: tagsTtlSeconds, tags: [] }, async () => ({
    items: await places.listTags(db.reads),
  }));
