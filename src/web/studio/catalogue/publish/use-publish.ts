import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Language } from "../../../../shared/kernel/locale.ts";
import { ApiError } from "../../../api/api-error.ts";
import { getWorkshopDraft, publishWorkshop } from "../../../api/catalogue.ts";
import { showToast } from "../../../design-system/interactive/toast.tsx";
import { useWorkshopEditor } from "../editor-context.ts";
import { problemText } from "../fields/problem-text.ts";

/** Publishes a language of what has been saved; what is not saved yet is saved first. */
export function usePublish() {
  const { store, draft, language: reader, words } = useWorkshopEditor();
  const client = useQueryClient();
  const workshopId = draft.id;
  return useMutation({
    mutationFn: async (language: Language) => {
      const saved = await store.settle();
      if (!saved) {
        showToast({ title: words.publish.unsaved, text: words.publish.unsavedText, tone: "danger" });
        return undefined;
      }
      return publishWorkshop({ params: { workshopId }, body: { language, version: saved.version } });
    },
    onSuccess: async (published, language) => {
      if (!published) return;
      store.take(published);
      showToast({ title: words.publish.done[language], tone: "success" });
      await client.invalidateQueries({ queryKey: ["workshops"] });
    },
    onError: async (error) => {
      if (!(error instanceof ApiError && error.code === "overlapping_session")) {
        showToast({ title: problemText(error, reader) ?? error.message, tone: "danger" });
      }
      if (error instanceof ApiError && error.code === "edit_conflict") {
        store.take(await getWorkshopDraft({ params: { workshopId } }));
      }
      await client.invalidateQueries({ queryKey: ["workshop-checklist", workshopId] });
    },
  });
}
