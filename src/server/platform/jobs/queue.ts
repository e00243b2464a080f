import type { JobQueue } from "./jobs.ts";
import { addJob, removeJob } from "./queries.ts";

/** Where work is put. What takes it out again is `worker.ts`. */
export const jobs: JobQueue = { add: addJob, remove: removeJob };
