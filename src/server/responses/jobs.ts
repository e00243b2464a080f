import type { ScheduledJob } from "../platform/jobs/jobs.ts";
import type { ResponsesDeps } from "./deps.ts";
import { shuffleParticipations } from "./queries.ts";

export function scheduledJobs({ db }: Pick<ResponsesDeps, "db">): ScheduledJob[] {
  return [{ name: "responses.shuffleParticipations", cron: "40 2 * * *", run: () => shuffleParticipations(db) }];
}
