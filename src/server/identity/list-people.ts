import { z } from "zod";
import type { PersonSummary } from "../../shared/identity/contract.ts";
import { Id } from "../../shared/kernel/id.ts";
import type { Page } from "../../shared/kernel/page.ts";
import type { Role } from "../../shared/kernel/permission.ts";
import { authorise } from "../platform/authz/actor.ts";
import { decodeCursor, encodeCursor } from "../platform/http/cursor.ts";
import type { Caller, UseCaseDeps } from "./deps.ts";
import { asSummary } from "./present-person.ts";
import { countPeople, selectPeople } from "./queries/people-list.ts";

/** When the last person of a page was made, in milliseconds, and their id. */
const Place = z.tuple([z.int().min(0).max(8_640_000_000_000_000), Id]);

export interface PeopleQuery {
  q?: string | undefined;
  role?: Role | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** People, newest first, found by a part of their name or address. @throws {AppError} invalid_input for a broken cursor */
export async function listPeople(
  deps: UseCaseDeps,
  { actor, language }: Pick<Caller, "actor" | "language">,
  { q, role, limit, cursor }: PeopleQuery,
): Promise<Page<PersonSummary>> {
  authorise(actor, "people.read", false);
  const filter = { text: q, role };
  const place = decodeCursor(cursor, Place, language);
  const after = place && { createdAt: new Date(place[0]), id: place[1] };
  // One more than asked for tells whether there is another page.
  const people = await selectPeople(deps.db.longReads, filter, { after, limit: limit + 1 });
  const items = people.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(asSummary),
    total: await countPeople(deps.db.longReads, filter),
    nextCursor: people.length > limit && last ? encodeCursor([last.createdAt.getTime(), last.id]) : null,
  };
}
