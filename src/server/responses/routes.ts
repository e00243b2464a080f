import { responsesContract as contract } from "../../shared/responses/contract.ts";
import { type Route, route } from "../platform/http/route.ts";
import type { ResponsesDeps } from "./deps.ts";
import { getMyResponse, getResponse } from "./get-response.ts";
import { listMyResponses } from "./list-my-responses.ts";
import { saveResponse } from "./save-response.ts";
import { submitResponse } from "./submit-response.ts";
import { withdrawResponse } from "./withdraw-response.ts";

export function routes(deps: ResponsesDeps): Route[] {
  return [
    route(contract.getMyResponse, ({ actor, params }) => getMyResponse(deps, actor, params.questionnaireId)),
    route(contract.getResponse, ({ actor, params }) => getResponse(deps, actor, params)),
    route(contract.saveResponse, ({ actor, params, body, language: reader }) =>
      saveResponse(deps, actor, { ...params, ...body, reader }),
    ),
    route(contract.submitResponse, ({ actor, params, body, language: reader }) =>
      submitResponse(deps, actor, { ...params, ...body, reader }),
    ),
    route(contract.withdrawResponse, ({ actor, params }) => withdrawResponse(deps, actor, params)),
    route(contract.listMyResponses, ({ actor, query, language }) =>
      listMyResponses(deps, actor, { ...query, language }),
    ),
  ];
}
