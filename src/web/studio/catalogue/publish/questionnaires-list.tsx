import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { readText } from "../../../../shared/kernel/locale.ts";
import { createQuestionnaire, listQuestionnaires } from "../../../api/questionnaires.ts";
import { Badge } from "../../../design-system/badge.tsx";
import { Button } from "../../../design-system/button.tsx";
import { showToast } from "../../../design-system/interactive/toast.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { controlId, useWorkshopEditor } from "../editor-context.ts";
import { problemText } from "../fields/problem-text.ts";

/** The questionnaires of this workshop, and the way to a new one. */
export function QuestionnairesList() {
  const { draft, language, words } = useWorkshopEditor();
  const workshopId = draft.id;
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ["questionnaires", { workshopId }],
    queryFn: ({ signal }) => listQuestionnaires({ query: { workshopId, limit: 50 }, signal }),
  });
  const create = useMutation({
    mutationFn: () => createQuestionnaire({ body: { workshopId }, idempotencyKey: crypto.randomUUID() }),
    onSuccess: ({ id }) => navigate({ to: "/questionnaires/$questionnaireId", params: { questionnaireId: id } }),
    onError: (error) => showToast({ title: problemText(error, language) ?? error.message, tone: "danger" }),
  });
  return (
    <div className="stack editor-group" id={controlId("questionnaire")} tabIndex={-1}>
      {data?.items.length === 0 && <p className="muted">{words.questionnaires.none}</p>}
      <ul className="editor-questionnaires" hidden={!data?.items.length}>
        {data?.items.map(({ id, title, status, responseCount }) => {
          const read = readText(title, language);
          return (
            <li key={id}>
              <Link to="/questionnaires/$questionnaireId" params={{ questionnaireId: id }} lang={read?.language}>
                {read?.text ?? words.questionnaires.untitled}
              </Link>
              <Badge tone={status === "published" ? "success" : "neutral"}>
                {messagesFor(language).questionnaireStatus[status]}
              </Badge>
              <span className="muted small numeric">{words.questionnaires.responses(responseCount)}</span>
            </li>
          );
        })}
      </ul>
      {draft.canEdit && (
        <Button className="editor-add" isLoading={create.isPending} onClick={() => create.mutate()}>
          {words.questionnaires.create}
        </Button>
      )}
    </div>
  );
}
