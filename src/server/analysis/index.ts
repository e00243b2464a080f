import type { Route } from "../platform/http/route.ts";
import type { ScheduledJob } from "../platform/jobs/jobs.ts";
import type { ResponsesEvent } from "../responses/index.ts";
import { dropResults } from "./cache.ts";
import type { AnalysisDeps } from "./deps.ts";
import { createReleaseComputer } from "./release-computer.ts";
import { routes } from "./routes.ts";
import { takeDownWithdrawn } from "./take-down-withdrawn.ts";

export type { AnalysisDeps } from "./deps.ts";

/** Analysis' door: results of questionnaires, let out as releases that cannot be subtracted (decision 0008). */
export interface Analysis {
  routes: Route[];
  scheduled: ScheduledJob[];
}

/** Makes analysis; from now on it listens to responses. */
export function createAnalysis(base: Omit<AnalysisDeps, "computeRelease">): Analysis {
  const deps: AnalysisDeps = { ...base, computeRelease: createReleaseComputer() };
  const { events, cache } = deps;
  for (const type of ["response.submitted", "response.withdrawn"] as const) {
    events.on<ResponsesEvent>(type, async (tx, { questionnaireId }) => dropResults(tx, cache, questionnaireId));
  }
  return {
    routes: routes(deps),
    scheduled: [{ name: "analysis.takeDownWithdrawn", cron: "40 3 * * *", run: () => takeDownWithdrawn(deps) }],
  };
}
