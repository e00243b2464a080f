import { emptyContent } from "../../shared/catalogue/content-parts.ts";
import type { WorkshopDraft } from "../../shared/catalogue/studio-workshop.ts";
import type { WorkshopChanges } from "../../shared/catalogue/workshop.ts";
import { newId } from "../../shared/kernel/id.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { record } from "../audit/index.ts";
import { type Actor, authorise } from "../platform/authz/actor.ts";
import { checkedChanges } from "./check-references.ts";
import type { CatalogueDeps } from "./deps.ts";
import { getDraft } from "./get-draft.ts";
import { insertWorkshop } from "./queries/drafts.ts";

/** Starts a draft. @throws {AppError} forbidden | invalid_input */
export function createWorkshop(
  { db, clock }: CatalogueDeps,
  actor: Actor,
  input: { content: WorkshopChanges; language: Language },
): Promise<WorkshopDraft> {
  const person = authorise(actor, "workshops.edit", true);
  return db.transaction(async (tx) => {
    const content = {
      ...emptyContent,
      ...(await checkedChanges(tx, input.content, { prefix: "content", language: input.language })),
    };
    const at = clock.now();
    const id = newId(at.getTime());
    await insertWorkshop(tx, { id, content, createdBy: person.personId, at });
    await record(tx, {
      actorId: person.personId,
      action: "workshop.created",
      subjectType: "workshop",
      subjectId: id,
      at,
    });
    return getDraft({ db: tx }, actor, id);
  });
}
