import { slugify } from "../../shared/kernel/id.ts";

/** The slug a title would get if nobody else had it; the number that a clash added does not count as a difference. */
export function isSlugOf(slug: string, title: string): boolean {
  const base = slugify(title);
  return slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)));
}

/** The first free one of `base`, `base-2`, `base-3`, … */
export function chooseSlug(base: string, taken: readonly string[]): string {
  const isTaken = new Set(taken);
  if (!isTaken.has(base)) return base;
  let number = 2;
  while (isTaken.has(`${base}-${number}`)) number++;
  return `${base}-${number}`;
}
