import { isPublishable } from "../../shared/catalogue/publish-checklist.ts";
import type { WorkshopDraft } from "../../shared/catalogue/studio-workshop.ts";
import type { WorkshopContent } from "../../shared/catalogue/workshop.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { slugify } from "../../shared/kernel/id.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { record } from "../audit/index.ts";
import type { Actor } from "../platform/authz/actor.ts";
import type { Tx } from "../platform/db/database.ts";
import { violatedConstraint } from "../platform/db/errors.ts";
import { editableWorkshop } from "./access.ts";
import { dropWorkshop } from "./cache.ts";
import { chooseSlug, isSlugOf } from "./choose-slug.ts";
import type { CatalogueDeps } from "./deps.ts";
import type { WorkshopPublished } from "./events.ts";
import { checklistOf } from "./get-checklist.ts";
import { getDraft } from "./get-draft.ts";
import { sentence } from "./messages.ts";
import { findClashes } from "./queries/clashes.ts";
import { countTaken, findDraft, insertRevision, lockDraft, lockWorkshop, markFresh } from "./queries/drafts.ts";
import * as live from "./queries/publishing.ts";
import { refuseBelowTaken } from "./save-draft.ts";

export interface PublishInput {
  workshopId: string;
  /** The language that becomes public. */
  language: Language;
  /** The version of the draft that the editor saw. */
  version: number;
  /** The language of the sentences in a refusal. */
  reader: Language;
}

/**
 * Makes one language of the draft public: its texts and everything that belongs to no language.
 * @throws {AppError} not_found | forbidden | not_publishable | overlapping_session | capacity_below_taken | edit_conflict |
 *   invalid_transition
 */
export async function publishWorkshop(deps: CatalogueDeps, actor: Actor, input: PublishInput): Promise<WorkshopDraft> {
  try {
    return await deps.db.transaction((tx) => publish(deps, tx, { actor, input }));
  } catch (error) {
    if (!bookingConstraints.has(violatedConstraint(error) ?? "")) throw error;
    throw await overlapProblem(deps, actor, input);
  }
}

const bookingConstraints = new Set(["session_location_free", "session_facilitator_free"]);

async function publish(
  deps: CatalogueDeps,
  tx: Tx,
  { actor, input }: { actor: Actor; input: PublishInput },
): Promise<WorkshopDraft> {
  const { workshopId, language } = input;
  const { person } = await editableWorkshop(tx, actor, workshopId);
  await lockWorkshop(tx, workshopId);
  await lockDraft(tx, workshopId);
  const draft = await findDraft(tx, workshopId, person.personId);
  if (!draft) throw new AppError("not_found", { workshopId });
  if (draft.status === "archived" || draft.status === "cancelled") {
    throw new AppError("invalid_transition", { status: draft.status });
  }
  if (draft.version !== input.version) throw new AppError("edit_conflict", { version: draft.version });
  const { content } = draft;
  const items = await checklistOf({ db: tx, clock: deps.clock }, content, input);
  if (!isPublishable(items)) {
    throw new AppError("not_publishable", { issues: items.filter(({ severity }) => severity === "error") });
  }
  refuseBelowTaken(await countTaken(tx, workshopId), content.capacity);

  const at = deps.clock.now();
  const slug = await slugFor(tx, { workshopId, language, content });
  await writeLive(tx, { workshopId, language, content, slug, at }, input.reader);
  await insertRevision(tx, {
    workshopId,
    language,
    content,
    draftVersion: draft.version,
    publishedBy: person.personId,
    at,
  });
  await markFresh(tx, workshopId, language);
  const entry = {
    actorId: person.personId,
    action: "workshop.published",
    subjectType: "workshop",
    subjectId: workshopId,
  };
  await record(tx, { ...entry, details: { language, version: draft.version }, at });
  await deps.events.publish<WorkshopPublished>(tx, { type: "workshop.published", workshopId, language });
  dropWorkshop(tx, deps.cache, workshopId);
  return getDraft({ db: tx }, actor, workshopId);
}

async function writeLive(tx: Tx, publication: live.Publication, reader: Language): Promise<void> {
  await live.deferBookings(tx);
  await live.updateLiveRow(tx, publication);
  const written = await live.replaceSessions(tx, publication);
  if (written !== publication.content.sessions.length) {
    const code = "session_of_another_workshop";
    throw new AppError("not_publishable", { issues: [{ field: "sessions", code, message: sentence(code, reader) }] });
  }
  await live.replaceFacilitators(tx, publication);
  await live.checkBookings(tx);
}

/** The slug stays as it is while the title does; the one it replaces redirects. */
async function slugFor(
  tx: Tx,
  { workshopId, language, content }: { workshopId: string; language: Language; content: WorkshopContent },
): Promise<string> {
  const title = content.title[language] ?? "";
  const before = await live.findLiveSlugs(tx, workshopId);
  const current = language === "en" ? before.slugEn : before.slugPl;
  if (current !== null && isSlugOf(current, title)) return current;
  const base = slugify(title);
  const slug = chooseSlug(base, await live.lockTakenSlugs(tx, base, workshopId));
  if (current !== null) await live.replaceSlug(tx, { workshopId, language, from: current, to: slug });
  return slug;
}

/** Names what stands in the way; asked after the transaction, which the violated constraint has ended. */
async function overlapProblem({ db }: CatalogueDeps, actor: Actor, { workshopId }: PublishInput): Promise<AppError> {
  const { person } = await editableWorkshop(db, actor, workshopId);
  const draft = await findDraft(db, workshopId, person.personId);
  const clashes = draft ? await findClashes(db, workshopId, draft.content) : [];
  return new AppError("overlapping_session", { clashes });
}
