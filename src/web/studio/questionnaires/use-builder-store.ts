import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { QuestionnaireDraft } from "../../../shared/questionnaires/contract.ts";
import { getQuestionnaireChecklist, saveQuestionnaireDraft } from "../../api/questionnaires.ts";
import { useUndoKeys } from "../frame/use-undo-keys.ts";
import type { BuilderState } from "./draft/builder-state.ts";
import { BuilderStore } from "./draft/builder-store.ts";
import { deviceWork } from "./draft/unsaved-work.ts";

/** The questionnaire while its builder is open: saved by itself, undone by the keyboard. */
export function useBuilderStore(loaded: QuestionnaireDraft, personId: string) {
  const [store] = useState(
    () =>
      new BuilderStore(loaded, {
        save: (baseVersion, changes) =>
          saveQuestionnaireDraft({ params: { questionnaireId: loaded.id }, body: { baseVersion, ...changes } }),
        kept: deviceWork(personId, loaded.id),
        now: () => Date.now(),
      }),
  );
  useEffect(() => store.start(), [store]);
  // The draft is looked at again when the person comes back to the page.
  useEffect(() => store.take(loaded), [store, loaded]);
  useUndoKeys(store);
  return { store, ...useSyncExternalStore(store.subscribe, store.get) };
}

/** What the checker says of the draft as it is saved; the last answer stays until the next one is here. */
export function useChecklist({ draft }: BuilderState, language: Language) {
  const { data } = useQuery({
    queryKey: ["questionnaire-checklist", draft.id, draft.version, draft.currentVersion, language],
    queryFn: ({ signal }) => getQuestionnaireChecklist({ params: { questionnaireId: draft.id }, query: {}, signal }),
    placeholderData: (previous) => previous,
  });
  return data;
}
