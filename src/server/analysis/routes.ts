import { analysisContract as contract } from "../../shared/analysis/contract.ts";
import { type Route, rawResponse, route } from "../platform/http/route.ts";
import type { AnalysisDeps } from "./deps.ts";
import { exportRows } from "./export-rows.ts";
import { getResults } from "./get-results.ts";

export function routes(deps: AnalysisDeps): Route[] {
  return [
    route(contract.getResults, ({ actor, params }) => getResults(deps, actor, params.questionnaireId)),
    route(contract.exportRows, async ({ actor, params, query }) => {
      const { csv, filename } = await exportRows(deps, actor, { ...params, ...query });
      return rawResponse({ contentType: "text/csv; charset=utf-8", body: csv, filename });
    }),
  ];
}
