import { staleAfter } from "../../shared/catalogue/language-states.ts";
import type { WorkshopDraft } from "../../shared/catalogue/studio-workshop.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { record } from "../audit/index.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { editableWorkshop, readableWorkshop } from "./access.ts";
import type { CatalogueDeps } from "./deps.ts";
import { getDraft } from "./get-draft.ts";
import { mergeDraft } from "./merge-draft.ts";
import * as drafts from "./queries/drafts.ts";

/** Every publish, newest first. @throws {AppError} not_found | forbidden */
export async function listRevisions({ db }: CatalogueDeps, actor: Actor, workshopId: string) {
  await readableWorkshop(db, actor, workshopId);
  const rows = await drafts.listRevisions(db, workshopId);
  return { items: rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() })) };
}

/**
 * Makes the draft what a revision was; nothing public changes.
 * @throws {AppError} not_found | forbidden | invalid_transition
 */
export function restoreRevision(
  { db, clock }: CatalogueDeps,
  actor: Actor,
  { workshopId, number }: { workshopId: string; number: number },
): Promise<WorkshopDraft> {
  return db.transaction(async (tx) => {
    const { person, workshop } = await editableWorkshop(tx, actor, workshopId);
    if (workshop.status === "archived" || workshop.status === "cancelled") {
      throw new AppError("invalid_transition", { status: workshop.status });
    }
    await drafts.lockDraft(tx, workshopId);
    const revision = await drafts.findRevision(tx, workshopId, number);
    const draft = await drafts.findDraft(tx, workshopId, person.personId);
    if (!revision || !draft) throw new AppError("not_found", { workshopId, number });
    const merge = mergeDraft(draft, draft.version, revision.content);
    if ("merged" in merge && merge.changedFields.length > 0) {
      const at = clock.now();
      const staleFields = staleAfter(draft.staleFields, draft.content, merge.merged.content);
      const { content, version, fieldVersions } = merge.merged;
      await drafts.updateDraft(tx, {
        workshopId,
        content,
        version,
        fieldVersions,
        staleFields,
        updatedBy: person.personId,
        at,
      });
      const entry = {
        actorId: person.personId,
        action: "workshop.restored",
        subjectType: "workshop",
        subjectId: workshopId,
      };
      await record(tx, { ...entry, details: { number }, at });
    }
    return getDraft({ db: tx }, actor, workshopId);
  });
}
