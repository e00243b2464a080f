import type { AnalysisDeps } from "./deps.ts";
import { makeDueRelease } from "./make-release.ts";
import { listOverdue } from "./queries.ts";
import { withdrawalGraceDays } from "./releases.ts";

/** The daily look at withdrawals: figures that have not been renewed in time go down. */
export async function takeDownWithdrawn(deps: AnalysisDeps): Promise<void> {
  const before = new Date(deps.clock.now().getTime() - withdrawalGraceDays * 86_400_000);
  for (const questionnaireId of await listOverdue(deps.db, before)) await makeDueRelease(deps, questionnaireId);
}
