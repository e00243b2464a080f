import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "../../api/api-error.ts";
import { showToast } from "../../design-system/interactive/toast.tsx";
import { messagesFor } from "../../i18n/messages.ts";
import { useStudioLanguage } from "./use-profile.ts";

export interface ActionOptions<Input, Output> {
  act: (input: Input) => Promise<Output>;
  /** The first part of the keys of the lists that are out of date afterwards. */
  outdates: string;
  done?: (output: Output) => string;
}

/** Something the person does to a row: the list is asked for again, and a short message says how it went. */
export function useAction<Input, Output>({ act, outdates, done }: ActionOptions<Input, Output>) {
  const client = useQueryClient();
  const words = messagesFor(useStudioLanguage());
  return useMutation({
    mutationFn: act,
    onSuccess: async (output) => {
      if (done) showToast({ title: done(output), tone: "success" });
      await client.invalidateQueries({ queryKey: [outdates] });
    },
    onError: (error) => {
      const isOffline = error instanceof ApiError && error.code === "offline";
      showToast({ title: isOffline ? words.errorPage.offlineTitle : error.message, tone: "danger" });
    },
  });
}
