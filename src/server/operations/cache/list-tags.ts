import type { CachedTag } from "../../../shared/operations/cache-contract.ts";
import type { TagRoom } from "../../platform/cache/cache.ts";

const most = 200;

type Room = Omit<CachedTag, "title">;

/** The tags of all processes, added up; those that name a person or a login session only as their kind. */
export function listTags(perProcess: readonly TagRoom[][]): { items: Room[]; total: number } {
  const known = new Map<string, Room>();
  for (const { tag, kind, entries, bytes } of perProcess.flat()) {
    const canBeCleared = kind !== "session";
    const name = canBeCleared ? tag : (tag.split(":")[0] ?? "");
    const room = known.get(name) ?? { tag: name, kind, entries: 0, bytes: 0, canBeCleared };
    known.set(name, { ...room, entries: room.entries + entries, bytes: room.bytes + bytes });
  }
  const items = [...known.values()].sort((one, other) => other.bytes - one.bytes || (one.tag < other.tag ? -1 : 1));
  return { items: items.slice(0, most), total: items.length };
}
