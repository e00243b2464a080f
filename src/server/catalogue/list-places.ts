import { isPermitted } from "../../shared/kernel/permission.ts";
import { type Actor, requirePerson } from "../platform/authz/actor.ts";
import { tagsEntry } from "./cache.ts";
import type { CatalogueDeps } from "./deps.ts";
import * as places from "./queries/places.ts";

/** Facilitators by name. Who has which account is for those alone who may link them. */
export async function listFacilitators({ db }: CatalogueDeps, actor: Actor) {
  const person = requirePerson(actor);
  const facilitators = await places.listFacilitators(db.reads);
  if (isPermitted(person.role, "places.edit", false)) return { items: facilitators };
  return { items: facilitators.map((each) => ({ ...each, personId: null })) };
}

/** Locations by name. */
export const listLocations = async ({ db }: CatalogueDeps) => ({ items: await places.listLocations(db.reads) });

/** All tags. */
export const listTags = ({ db, cache }: CatalogueDeps) =>
  cache.getOrSet(tagsEntry.key, tagsEntry.options, async () => ({
    items: await places.listTags(db.reads),
  }));
