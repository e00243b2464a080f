import "./builder.css";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { getQuestionnaireDraft } from "../../api/questionnaires.ts";
import { Skeleton } from "../../design-system/skeleton.tsx";
import { messagesFor } from "../../i18n/messages.ts";
import { FailureNotice } from "../frame/route-failure.tsx";
import { useProfile, useStudioLanguage } from "../frame/use-profile.ts";
import { BuilderView } from "./builder-view.tsx";

/** The builder, once its draft is here. */
export function BuilderPage() {
  const { questionnaireId } = useParams({ from: "/questionnaires/$questionnaireId" });
  const language = useStudioLanguage();
  const { data: profile } = useProfile();
  const draft = useQuery({
    queryKey: ["questionnaire-draft", questionnaireId],
    queryFn: ({ signal }) => getQuestionnaireDraft({ params: { questionnaireId }, signal }),
    // What an earlier visit saw is not what one starts to write on.
    gcTime: 0,
  });
  if (draft.error && !draft.data) return <FailureNotice error={draft.error} onRetry={() => void draft.refetch()} />;
  if (!draft.data || !profile) return <Skeleton label={messagesFor(language).loading} lines={8} />;
  return <BuilderView key={questionnaireId} loaded={draft.data} personId={profile.id} />;
}
