import type { PublicWorkshop } from "../../shared/catalogue/workshop.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { addressTag, workshopTag, workshopTtlSeconds } from "./cache.ts";
import type { CatalogueDeps } from "./deps.ts";
import { findBySlug, findPublic } from "./queries/public-page.ts";

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
  const address = await cache.getOrSet(
    `workshop-address:${language}:${slug}`,
    { ttlSeconds: workshopTtlSeconds, tags: [addressTag] },
    async () => (await findBySlug(db.reads, slug, language)) ?? null,
  );
  if (!address) return undefined;
  const workshop = await cache.getOrSet(
    `workshop:${address.id}:${language}`,
    { ttlSeconds: workshopTtlSeconds, tags: [workshopTag(address.id)] },
    async () => (await findPublic(db.reads, address.id, language)) ?? null,
  );
  return workshop ? { workshop, isOldSlug: address.isOldSlug } : undefined;
}
