import type { LocalisedText } from "../../shared/kernel/locale.ts";
import type { Backups } from "../platform/backup/backups.ts";
import type { Cache } from "../platform/cache/cache.ts";
import type { Settings } from "../platform/config/settings.ts";
import type { Database } from "../platform/db/database.ts";
import type { Health } from "../platform/health/health.ts";
import type { Ready } from "../platform/http/ready.ts";
import type { SlowRequests } from "../platform/http/slow-requests.ts";
import type { Log } from "../platform/logging/log.ts";
import type { LogLevel } from "../platform/logging/log-level.ts";
import type { MailService } from "../platform/mail/mail.ts";
import type { Metrics } from "../platform/metrics/metrics.ts";
import type { Company } from "../platform/processes/ask-all.ts";
import type { Clock } from "../platform/time/clock.ts";

/** What operations need from the composition root. */
export interface OperationsDeps {
  db: Database;
  clock: Clock;
  log: Pick<Log, "warn">;
  settings: Settings;
  mail: Pick<MailService, "enqueue" | "isDelivering" | "listMessages" | "getMessage">;
  cache: Pick<Cache, "stats" | "listTags" | "invalidateAfter" | "onInvalidated">;
  /** The titles of what tags of the cache are about, where somebody knows it. */
  nameTags(tags: readonly string[]): Promise<Map<string, LocalisedText>>;
  ready: Pick<Ready, "stats">;
  health: Pick<Health, "latest" | "report">;
  metrics: Pick<Metrics, "readings">;
  slowRequests: Pick<SlowRequests, "list">;
  logLevel: LogLevel;
  backups: Pick<Backups, "lastBackup">;
  /** The processes of this machine, whose figures are shown together. */
  company: Pick<Company, "answer" | "ask" | "askAll">;
}
