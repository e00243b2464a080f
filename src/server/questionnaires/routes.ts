import { questionnairesContract as contract } from "../../shared/questionnaires/contract.ts";
import { type Route, route, sharedRoute } from "../platform/http/route.ts";
import { getChecklist } from "./checklist.ts";
import { closeQuestionnaire } from "./close-questionnaire.ts";
import { createQuestionnaire } from "./create-questionnaire.ts";
import { deleteQuestionnaire } from "./delete-questionnaire.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { getDraft } from "./get-draft.ts";
import { listQuestionnaires } from "./list-questionnaires.ts";
import { publishQuestionnaire } from "./publish-questionnaire.ts";
import { getPublished, getVersion, shownTags } from "./published-version.ts";
import { saveDraft } from "./save-draft.ts";

export function routes(deps: QuestionnairesDeps): Route[] {
  return [
    sharedRoute(
      contract.getPublished,
      ({ params }) => getPublished(deps, params.questionnaireId),
      (_value, { params }) => shownTags(deps, params.questionnaireId),
    ),
    sharedRoute(
      contract.getVersion,
      ({ params }) => getVersion(deps, params.questionnaireId, params.version),
      (_value, { params }) => shownTags(deps, params.questionnaireId),
    ),
    route(contract.list, ({ actor, query, language }) => listQuestionnaires(deps, actor, { ...query, language })),
    route(contract.create, ({ actor, body, language }) => createQuestionnaire(deps, actor, { ...body, language })),
    route(contract.getDraft, ({ actor, params }) => getDraft(deps, actor, params.questionnaireId)),
    route(contract.saveDraft, ({ actor, params, body, language }) =>
      saveDraft(deps, actor, { ...params, ...body, language }),
    ),
    route(contract.getChecklist, ({ actor, params, query, language }) =>
      getChecklist(deps, actor, { ...params, language: query.language, reader: language }),
    ),
    route(contract.publish, ({ actor, params, body, language }) =>
      publishQuestionnaire(deps, actor, { ...params, ...body, reader: language }),
    ),
    route(contract.close, ({ actor, params }) => closeQuestionnaire(deps, actor, params.questionnaireId)),
    route(contract.deleteQuestionnaire, ({ actor, params }) =>
      deleteQuestionnaire(deps, actor, params.questionnaireId),
    ),
  ];
}
