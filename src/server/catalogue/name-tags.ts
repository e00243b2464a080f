import type { LocalisedText } from "../../shared/kernel/locale.ts";
import type { Db } from "../platform/db/database.ts";
import { workshopOfTag } from "./cache.ts";
import { findTitlesByEnding } from "./queries/workshops.ts";

/** The titles of the workshops that tags of the cache are about; other tags, and those of workshops that are gone, are left out. */
export async function nameTags(db: Db, tags: readonly string[]): Promise<Map<string, LocalisedText>> {
  const endings = new Map(tags.flatMap((tag) => [[tag, workshopOfTag(tag)] as const]).filter(isOfWorkshop));
  if (endings.size === 0) return new Map();
  const workshops = await findTitlesByEnding(db, [...new Set(endings.values())]);
  return new Map(
    [...endings].flatMap(([tag, ending]) => {
      const title = workshops.find(({ id }) => id.endsWith(ending))?.title;
      return title ? [[tag, title] as const] : [];
    }),
  );
}

const isOfWorkshop = (entry: readonly [string, string | undefined]): entry is [string, string] =>
  entry[1] !== undefined;
