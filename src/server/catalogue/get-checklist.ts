import { type ChecklistFinding, isPublishable, publishChecklist } from "../../shared/catalogue/publish-checklist.ts";
import type { ChecklistItem, WorkshopContent } from "../../shared/catalogue/workshop.ts";
import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Actor } from "../platform/authz/actor.ts";
import type { Db } from "../platform/db/database.ts";
import type { Clock } from "../platform/time/clock.ts";
import { readableWorkshop } from "./access.ts";
import { sentence } from "./messages.ts";
import { findDraft } from "./queries/drafts.ts";
import { findChecklistFacts } from "./queries/places.ts";

export interface ChecklistInput {
  workshopId: string;
  /** The language that is to be published. */
  language: Language;
  /** The language of the sentences. */
  reader: Language;
}

/** What is missing before the language can be published. @throws {AppError} not_found | forbidden */
export async function getChecklist(deps: { db: Db; clock: Clock }, actor: Actor, input: ChecklistInput) {
  const { person } = await readableWorkshop(deps.db, actor, input.workshopId);
  const draft = await findDraft(deps.db, input.workshopId, person.personId);
  if (!draft) throw new AppError("not_found", { workshopId: input.workshopId });
  const items = await checklistOf(deps, draft.content, input);
  return { items, isPublishable: isPublishable(items) };
}

/** The checklist of a content, with its sentences. */
export async function checklistOf(
  { db, clock }: { db: Db; clock: Clock },
  content: WorkshopContent,
  { workshopId, language, reader }: ChecklistInput,
): Promise<ChecklistItem[]> {
  const facts = await findChecklistFacts(db, workshopId);
  return publishChecklist(content, language, { ...facts, now: clock.now() }).map((finding) => spoken(finding, reader));
}

function spoken({ field, code, severity, params }: ChecklistFinding, reader: Language): ChecklistItem {
  return { field, code, severity, message: sentence(code, reader, params) };
}
