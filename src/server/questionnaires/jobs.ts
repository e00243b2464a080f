import type { ScheduledJob } from "../platform/jobs/jobs.ts";
import type { QuestionnairesDeps } from "./deps.ts";
import { purgeDeleted } from "./queries/drafts.ts";

const binDays = 90;
const dayMs = 24 * 60 * 60 * 1000;

export function scheduledJobs({ db, clock }: QuestionnairesDeps): ScheduledJob[] {
  return [
    {
      name: "questionnaires.purgeDeleted",
      cron: "10 3 * * *",
      run: async () => {
        await purgeDeleted(db, new Date(clock.now().getTime() - binDays * dayMs));
      },
    },
  ];
}
