import type { HealthReport } from "../../../shared/operations/health.ts";
import type { Readings } from "../../../shared/operations/readings.ts";
import type { Settings } from "../../platform/config/settings.ts";
import type { Database } from "../../platform/db/database.ts";
import type { JobQueue } from "../../platform/jobs/jobs.ts";
import type { Log } from "../../platform/logging/log.ts";
import type { MailService } from "../../platform/mail/mail.ts";
import type { Clock } from "../../platform/time/clock.ts";

type Named<Name> = Name extends `ALERT_${string}` ? Name : never;
export type AlertSettings = Pick<Settings, Named<keyof Settings>>;

/** What alerts need from the composition root. */
export interface AlertsDeps {
  db: Database;
  clock: Clock;
  jobs: JobQueue;
  mail: Pick<MailService, "sendNow">;
  log: Pick<Log, "warn" | "error">;
  settings: AlertSettings & Pick<Settings, "PUBLIC_URL" | "APP_SECRET">;
  health: { report(): HealthReport };
  metrics: { readings(): Promise<Readings> };
}
