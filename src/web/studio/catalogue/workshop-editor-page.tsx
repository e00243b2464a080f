import "./workshop-editor.css";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { getWorkshopDraft } from "../../api/catalogue.ts";
import { Skeleton } from "../../design-system/skeleton.tsx";
import { messagesFor } from "../../i18n/messages.ts";
import { FailureNotice } from "../frame/route-failure.tsx";
import { useProfile, useStudioLanguage } from "../frame/use-profile.ts";
import { WorkshopEditorView } from "./workshop-editor-view.tsx";

/** The workshop's editor, once its draft is here. */
export function WorkshopEditorPage() {
  const { workshopId } = useParams({ from: "/workshops/$workshopId" });
  const language = useStudioLanguage();
  const { data: profile } = useProfile();
  const draft = useQuery({
    queryKey: ["workshop-draft", workshopId],
    queryFn: ({ signal }) => getWorkshopDraft({ params: { workshopId }, signal }),
    // What an earlier visit saw is not what one starts to write on.
    gcTime: 0,
  });
  if (draft.error && !draft.data) return <FailureNotice error={draft.error} onRetry={() => void draft.refetch()} />;
  if (!draft.data || !profile) return <Skeleton label={messagesFor(language).loading} lines={8} />;
  return <WorkshopEditorView key={workshopId} loaded={draft.data} personId={profile.id} />;
}
