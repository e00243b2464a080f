import type { Catalogue } from "./catalogue/index.ts";
import type { Backups } from "./platform/backup/backups.ts";
import type { Cache } from "./platform/cache/cache.ts";
import type { Settings } from "./platform/config/settings.ts";
import type { Database } from "./platform/db/database.ts";
import { ageCheck } from "./platform/health/age-check.ts";
import { databaseChecks } from "./platform/health/database-checks.ts";
import type { Check } from "./platform/health/health-check.ts";
import { diskCheck, eventLoopCheck, heapCheck, storageCheck } from "./platform/health/machine-checks.ts";
import { jobsCheck, mailCheck, redisCheck } from "./platform/health/service-checks.ts";
import { queueState } from "./platform/jobs/queries.ts";
import type { MailService } from "./platform/mail/mail.ts";
import type { Counters } from "./platform/metrics/counters.ts";
import type { Clock } from "./platform/time/clock.ts";

export interface Checked {
  db: Database;
  cache: Pick<Cache, "pingRedis">;
  counters: Pick<Counters, "loopDelay">;
  mail: Pick<MailService, "verify">;
  catalogue: Pick<Catalogue, "statisticsRefreshedAt">;
  backups: Pick<Backups, "lastBackup">;
}

const hourSeconds = 3_600;
/** Statistics are made again every hour, backups every day unless set otherwise; each may be late once. */
const mostAgeSeconds = { statistics: 2.5 * hourSeconds, backup: 50 * hourSeconds };
const minuteMs = 60_000;

/** Everything that this process looks after. */
export function healthChecks({ settings, clock }: { settings: Settings; clock: Clock }, checked: Checked): Check[] {
  const { db, cache, counters, mail, catalogue, backups } = checked;
  const lastBackup = async () => (await backups.lastBackup())?.finishedAt;
  return [
    ...databaseChecks(db.servers),
    redisCheck(cache.pingRedis),
    jobsCheck(() => queueState(db.reads)),
    mailCheck(mail.verify),
    storageCheck(settings.DATA_DIR),
    diskCheck(settings.DATA_DIR),
    eventLoopCheck(counters.loopDelay, settings.SHED_LAG_MS),
    heapCheck(),
    ageCheck({
      ...{ name: "statistics", clock, everyMs: minuteMs, mostAgeSeconds: mostAgeSeconds.statistics },
      madeAt: catalogue.statisticsRefreshedAt,
    }),
    ageCheck({
      ...{ name: "backup", clock, everyMs: minuteMs, mostAgeSeconds: mostAgeSeconds.backup },
      madeAt: settings.BACKUP_SCHEDULE === "off" ? undefined : lastBackup,
    }),
  ];
}
