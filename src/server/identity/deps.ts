import type { Language } from "../../shared/kernel/locale.ts";
import type { Actor } from "../platform/authz/actor.ts";
import type { Cache } from "../platform/cache/cache.ts";
import type { PasswordHasher } from "../platform/crypto/password-hash.ts";
import type { Database } from "../platform/db/database.ts";
import type { Jobs } from "../platform/jobs/jobs.ts";
import type { Mail } from "../platform/mail/mail.ts";
import type { Clock } from "../platform/time/clock.ts";

/** What the feature is made of. */
export interface IdentityDeps {
  db: Database;
  clock: Clock;
  jobs: Jobs;
  cache: Cache;
  mail: Mail;
  /** Where people reach the site, without a slash at the end; decides the links in mails and the cookie's safety. */
  publicUrl: string;
  /** Keys the hashes under which attempts are counted. */
  appSecret: string;
  /** Another than the usual hasher; tests have a cheap one. */
  passwords?: PasswordHasher;
}

/** The same, with nothing left open. */
export type UseCaseDeps = IdentityDeps & Required<Pick<IdentityDeps, "passwords">>;

/** Who calls, as routes and pages know them. */
export interface Caller {
  actor: Actor;
  /** The network address; used for throttling, as a keyed hash only. */
  address: string;
  language: Language;
}
