import type { PublicWorkshop } from "../../shared/catalogue/workshop.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { Batch, byId } from "../platform/db/batch.ts";
import { addressEntry, workshopEntry } from "./cache.ts";
import type { CatalogueDeps } from "./deps.ts";
import { findBySlug, findPublic, findPublicMany } from "./queries/public-page.ts";

export interface FoundWorkshop {
  workshop: PublicWorkshop;
  /** True when the slug is one that the workshop had before: the reader should be sent to the present one. */
  isOldSlug: boolean;
}

/** The public workshop that a slug names in either language, or named before; undefined when there is none. */
export async function getPublicWorkshop(
  { db, cache }: CatalogueDeps,
  slug: string,
  language: Language,
): Promise<FoundWorkshop | undefined> {
  const known = addressEntry(language, slug);
  const address = await cache.getOrSet(known.key, known.options, () => findBySlug(db.reads, slug, language));
  if (!address) return undefined;
  const { key, options } = workshopEntry(language, address.id);
  const workshop = await cache.getOrSet(key, options, () => findPublic(db.reads, address.id, language));
  return workshop ? { workshop, isOldSlug: address.isOldSlug } : undefined;
}

/** Public workshops by id, those without a page left out. One statement reads all that the cache has not got. */
export async function publicWorkshopsByIds(
  { db, cache }: CatalogueDeps,
  ids: readonly string[],
  language: Language,
): Promise<Map<string, PublicWorkshop>> {
  const missing = new Batch(async (some: string[]) => byId(await findPublicMany(db.reads, some, language)));
  const found = await Promise.all(
    [...new Set(ids)].map((id) => {
      const { key, options } = workshopEntry(language, id);
      return cache.getOrSet(key, options, () => missing.load(id));
    }),
  );
  return byId(found.filter((workshop) => workshop !== undefined && workshop !== null));
}
