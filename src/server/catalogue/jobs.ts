import type { ScheduledJob } from "../platform/jobs/jobs.ts";
import type { CatalogueDeps } from "./deps.ts";
import { purgeDeleted, refreshStatistics } from "./queries/workshops.ts";

const binDays = 90;
const dayMs = 24 * 60 * 60 * 1000;

export function scheduledJobs({ db, clock }: CatalogueDeps): ScheduledJob[] {
  return [
    { name: "catalogue.refreshStatistics", cron: "5 * * * *", run: () => refreshStatistics(db, clock.now()) },
    {
      name: "catalogue.purgeDeleted",
      cron: "20 3 * * *",
      run: async () => {
        await purgeDeleted(db, new Date(clock.now().getTime() - binDays * dayMs));
      },
    },
  ];
}
