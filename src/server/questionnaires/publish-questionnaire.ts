import { isDeepStrictEqual } from "node:util";
import { AppError } from "../../shared/kernel/error.ts";
import { type Language, languages } from "../../shared/kernel/locale.ts";
import { contentIn } from "../../shared/questionnaires/content-texts.ts";
import type { QuestionnaireDraft } from "../../shared/questionnaires/contract.ts";
import { record } from "../audit/index.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { editableDraft, lockedDraft } from "./access.ts";
import { dropQuestionnaire } from "./cache.ts";
import { requirePublishable } from "./checklist.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { presentDraft } from "./present.ts";
import { insertVersion, openVersion } from "./queries/versions.ts";
import type { DraftRow } from "./tables.ts";

export interface PublishInput {
  questionnaireId: string;
  /** The version of the draft that the editor saw. */
  version: number;
  languages: readonly Language[];
  reader: Language;
}

/**
 * Freezes the draft as the next version, with its texts in the languages named, and takes responses to it; a closed
 * questionnaire opens again. A draft that is the current version already makes no new one.
 * @throws {AppError} not_found | forbidden | edit_conflict (details.draft) | not_publishable (details.issues)
 */
export function publishQuestionnaire(
  deps: QuestionnairesDeps,
  actor: Actor,
  input: PublishInput,
): Promise<QuestionnaireDraft> {
  const { db, clock, catalogue } = deps;
  const id = input.questionnaireId;
  return db.transaction(async (tx) => {
    const access = await lockedDraft({ tx, catalogue }, actor, id);
    const { draft, person } = access;
    if (input.version !== draft.version) throw new AppError("edit_conflict", { draft: presentDraft(access) });
    const asked = languages.filter((language) => input.languages.includes(language));
    requirePublishable(draft.content, asked, input.reader);

    const at = clock.now();
    const next = { id, languages: asked, content: contentIn(draft.content, asked), publishedBy: person.personId, at };
    const version = currentIfSame(draft, next) ?? (await insertVersion(tx, next));
    if (version !== draft.currentVersion || draft.status !== "published") {
      await openVersion(tx, { id, version, at });
      const details = { version, languages: asked };
      const entry = { action: "questionnaire.published", subjectType: "questionnaire", subjectId: id, details };
      await record(tx, { actorId: person.personId, ...entry, at });
      dropQuestionnaire(tx, deps, draft);
    }
    return presentDraft(await editableDraft({ db: tx, catalogue }, actor, id));
  });
}

function currentIfSame(draft: DraftRow, next: Pick<DraftRow, "content"> & { languages: Language[] }): number | null {
  const isSame =
    isDeepStrictEqual(draft.publishedContent, next.content) &&
    isDeepStrictEqual(draft.publishedLanguages, next.languages);
  return isSame ? draft.currentVersion : null;
}
