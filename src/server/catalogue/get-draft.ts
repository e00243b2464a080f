import type { WorkshopDraft } from "../../shared/catalogue/studio-workshop.ts";
import { AppError } from "../../shared/kernel/error.ts";
import type { Actor } from "../platform/authz/actor.ts";
import type { Db } from "../platform/db/database.ts";
import { readableWorkshop } from "./access.ts";
import { presentDraft } from "./present-draft.ts";
import { findDraft } from "./queries/drafts.ts";

/** The draft with its state in each language. @throws {AppError} not_found | forbidden */
export async function getDraft(deps: { db: Db }, actor: Actor, workshopId: string): Promise<WorkshopDraft> {
  const { person } = await readableWorkshop(deps.db, actor, workshopId);
  const row = await findDraft(deps.db, workshopId, person.personId);
  if (!row) throw new AppError("not_found", { workshopId });
  return presentDraft(row, person);
}
