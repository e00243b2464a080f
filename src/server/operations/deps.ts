import type { Cache } from "../platform/cache/cache.ts";
import type { Health } from "../platform/health/health.ts";
import type { Ready } from "../platform/http/ready.ts";
import type { MailService } from "../platform/mail/mail.ts";

/** What operations need from the composition root. */
export interface OperationsDeps {
  mail: Pick<MailService, "isDelivering" | "listMessages" | "getMessage">;
  cache: Pick<Cache, "stats">;
  ready: Pick<Ready, "stats">;
  health: Pick<Health, "latest">;
}
