import type { Facilitator, Location } from "../../shared/catalogue/places.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { newId } from "../../shared/kernel/id.ts";
import type { Language, LocalisedText } from "../../shared/kernel/locale.ts";
import { record } from "../audit/index.ts";
import { type Actor, authorise } from "../platform/authz/actor.ts";
import { violatedConstraint } from "../platform/db/errors.ts";
import type { CatalogueDeps } from "./deps.ts";
import { sentence } from "./messages.ts";
import { findPersonByEmail, insertFacilitator, insertLocation } from "./queries/places.ts";

export interface NewFacilitatorInput {
  name: string;
  email?: string | undefined;
  bio: LocalisedText;
}

/** Adds a facilitator. @throws {AppError} not_found: nobody has that address | conflict: they are a facilitator already */
export async function createFacilitator(
  { db, clock }: CatalogueDeps,
  actor: Actor,
  { name, email, bio }: NewFacilitatorInput,
): Promise<Facilitator> {
  const person = authorise(actor, "places.edit", true);
  const at = clock.now();
  try {
    return await db.transaction(async (tx) => {
      const account = email === undefined ? undefined : await findPersonByEmail(tx, email);
      if (email !== undefined && !account) throw new AppError("not_found", { field: "email" });
      const id = newId(at.getTime());
      const row = { id, personId: account?.id ?? null, name, bio, createdBy: person.personId, at };
      const facilitator = await insertFacilitator(tx, row);
      const entry = {
        actorId: person.personId,
        action: "facilitator.created",
        subjectType: "facilitator",
        subjectId: id,
      };
      await record(tx, { ...entry, at });
      return facilitator;
    });
  } catch (error) {
    if (violatedConstraint(error) === "facilitators_person_key") throw new AppError("conflict", { field: "email" });
    throw error;
  }
}

export interface NewLocationInput extends Omit<Location, "id"> {
  language: Language;
}

/** Adds a location. @throws {AppError} invalid_input when it would be available until before it is available from */
export function createLocation(
  { db, clock }: CatalogueDeps,
  actor: Actor,
  { language, ...input }: NewLocationInput,
): Promise<Location> {
  const person = authorise(actor, "places.edit", true);
  const { availableFrom: from, availableUntil: until } = input;
  if (from !== null && until !== null && Date.parse(until) <= Date.parse(from)) {
    const code = "ends_before_start";
    throw new AppError("invalid_input", {
      issues: [{ field: "availableUntil", code, message: sentence(code, language) }],
    });
  }
  return db.transaction(async (tx) => {
    const at = clock.now();
    const id = newId(at.getTime());
    const location = await insertLocation(tx, { ...input, id, createdBy: person.personId, at });
    const entry = { actorId: person.personId, action: "location.created", subjectType: "location", subjectId: id, at };
    await record(tx, entry);
    return location;
  });
}
