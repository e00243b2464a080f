import type { ScheduledJob } from "../platform/jobs/jobs.ts";
import type { CatalogueDeps } from "./deps.ts";
import { purgeDeleted, putAway, refreshStatistics } from "./queries/workshops.ts";

const binDays = 90;
/** Longer than a day anywhere, so that a search from yesterday on finds all there was. */
const putAwayDays = 3;
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
    {
      name: "catalogue.putAway",
      cron: "30 3 * * *",
      run: () => putAway(db, new Date(clock.now().getTime() - putAwayDays * dayMs)),
    },
  ];
}
