import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Language } from "../../../../shared/kernel/locale.ts";
import type { QuestionnaireDraft } from "../../../../shared/questionnaires/contract.ts";
import { ApiError } from "../../../api/api-error.ts";
import { closeQuestionnaire, publishQuestionnaire } from "../../../api/questionnaires.ts";
import { showToast } from "../../../design-system/interactive/toast.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { useBuilder } from "../builder-context.ts";

/** Publishing and closing. What is not saved yet is saved first. */
export function usePublishing() {
  const { store, state, words, language } = useBuilder();
  const client = useQueryClient();
  const params = { questionnaireId: state.draft.id };
  const onSuccess = (title: string) => async (draft: QuestionnaireDraft | undefined) => {
    if (!draft) return;
    store.take(draft);
    showToast({ title, tone: "success" });
    await client.invalidateQueries({ queryKey: ["questionnaires"] });
  };
  const onError = (error: Error) => {
    const isOffline = error instanceof ApiError && error.code === "offline";
    const issues = error instanceof ApiError ? (error.problem.issues ?? []) : [];
    const text = [...new Set(issues.map(({ message }) => message))].slice(0, 3).join(" ");
    const title = isOffline ? messagesFor(language).errorPage.offlineTitle : error.message;
    showToast({ title, ...(text ? { text } : {}), tone: "danger" });
  };
  const publish = useMutation({
    mutationFn: async (languages: Language[]) => {
      const saved = await store.settle();
      return saved && publishQuestionnaire({ params, body: { version: saved.version, languages } });
    },
    onSuccess: onSuccess(words.publish.published),
    onError,
  });
  const close = useMutation({
    mutationFn: () => closeQuestionnaire({ params }),
    onSuccess: onSuccess(words.publish.closed),
    onError,
  });
  return { publish, close };
}
