import type { ScheduledJob } from "../../platform/jobs/jobs.ts";
import type { OperationsDeps } from "../deps.ts";
import { gather } from "./gather.ts";
import { saveSizes } from "./queries.ts";
import { writeReport } from "./write-report.ts";

/** On Mondays, to everybody who gets alerts by mail: how the week was, and what grows. */
export function scheduledReport(deps: OperationsDeps): ScheduledJob {
  return { name: "operations.report", cron: "0 6 * * 1", run: () => sendReport(deps) };
}

/** The mails wait in the queue exactly when the sizes are kept for the next report. */
async function sendReport(deps: OperationsDeps): Promise<void> {
  const { ALERT_MAIL_TO: receivers, ALERT_LANGUAGE: language, PUBLIC_URL } = deps.settings;
  if (receivers.length === 0) return;
  await deps.db.transaction(async (tx) => {
    const figures = await gather(deps, tx);
    const letter = writeReport(figures, { language, url: `${PUBLIC_URL}/studio/operations` });
    for (const to of receivers) await deps.mail.enqueue(tx, { to, ...letter });
    await saveSizes(tx, figures.sizes);
  });
}
