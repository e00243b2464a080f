import type { Catalogue } from "../catalogue/index.ts";
import type { Identity } from "../identity/index.ts";
import type { Database } from "../platform/db/database.ts";
import type { EventBus } from "../platform/events/events.ts";
import type { Jobs } from "../platform/jobs/jobs.ts";
import type { Mail } from "../platform/mail/mail.ts";

/** What notifications need from the composition root. */
export interface NotificationsDeps {
  db: Database;
  events: EventBus;
  jobs: Jobs;
  mail: Mail;
  identity: Pick<Identity, "peopleByIds">;
  catalogue: Pick<Catalogue, "workshopSummaries">;
  /** Where readers find the site, such as `https://workshops.example.org`. */
  publicUrl: string;
}
