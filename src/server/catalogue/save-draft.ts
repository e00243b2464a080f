import { staleAfter } from "../../shared/catalogue/language-states.ts";
import type { WorkshopDraft } from "../../shared/catalogue/studio-workshop.ts";
import type { WorkshopChanges } from "../../shared/catalogue/workshop.ts";
import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Actor, Person } from "../platform/authz/actor.ts";
import { readableWorkshop } from "./access.ts";
import { checkedChanges } from "./check-references.ts";
import type { CatalogueDeps } from "./deps.ts";
import { getDraft } from "./get-draft.ts";
import { mergeDraft } from "./merge-draft.ts";
import { sentence } from "./messages.ts";
import { mayEdit, mayEditSessions } from "./policy.ts";
import { countTaken, findDraft, lockDraft, updateDraft } from "./queries/drafts.ts";
import type { AccessRow } from "./tables.ts";

export interface SaveDraftInput {
  workshopId: string;
  baseVersion: number;
  changes: WorkshopChanges;
  language: Language;
}

/**
 * Changes some fields of a draft. Whoever only holds the sessions may change nothing else.
 * @throws {AppError} not_found | forbidden | edit_conflict | capacity_below_taken | invalid_transition | invalid_input
 */
export function saveDraft({ db, clock }: CatalogueDeps, actor: Actor, input: SaveDraftInput): Promise<WorkshopDraft> {
  const { workshopId, baseVersion } = input;
  return db.transaction(async (tx) => {
    const { person, workshop } = await readableWorkshop(tx, actor, workshopId);
    allowChanges(person, workshop, input.changes);
    await lockDraft(tx, workshopId);
    const draft = await findDraft(tx, workshopId, person.personId);
    if (!draft) throw new AppError("not_found", { workshopId });
    if (baseVersion > draft.version) throw unknownVersion(input.language);
    const changes = await checkedChanges(tx, input.changes, { prefix: "changes", language: input.language });
    const merge = mergeDraft(draft, baseVersion, changes);
    if ("conflicts" in merge) {
      throw new AppError("edit_conflict", { conflicts: merge.conflicts, version: draft.version });
    }
    if (changes.capacity) refuseBelowTaken(await countTaken(tx, workshopId), changes.capacity);
    if (merge.changedFields.length > 0) {
      const staleFields = staleAfter(draft.staleFields, draft.content, merge.merged.content);
      await updateDraft(tx, {
        workshopId,
        content: merge.merged.content,
        version: merge.merged.version,
        fieldVersions: merge.merged.fieldVersions,
        staleFields,
        updatedBy: person.personId,
        at: clock.now(),
      });
    }
    return getDraft({ db: tx }, actor, workshopId);
  });
}

function allowChanges(person: Person, workshop: AccessRow, changes: WorkshopChanges): void {
  const isSessionsOnly = Object.keys(changes).every((field) => field === "sessions");
  const isAllowed = mayEdit(person, workshop) || (isSessionsOnly && mayEditSessions(person, workshop));
  if (!isAllowed) throw new AppError("forbidden", { workshopId: workshop.id });
  if (workshop.status === "archived" || workshop.status === "cancelled") {
    throw new AppError("invalid_transition", { status: workshop.status });
  }
}

/** @throws {AppError} capacity_below_taken */
export function refuseBelowTaken(taken: number, capacity: number | null): void {
  if (capacity !== null && capacity < taken) throw new AppError("capacity_below_taken", { taken, capacity });
}

function unknownVersion(language: Language): AppError {
  const issue = { field: "baseVersion", code: "version_unknown", message: sentence("version_unknown", language) };
  return new AppError("invalid_input", { issues: [issue] });
}
