import type { Actor } from "../platform/authz/actor.ts";
import { createPasswordHasher } from "../platform/crypto/password-hash.ts";
import type { Db } from "../platform/db/database.ts";
import type { Route } from "../platform/http/route.ts";
import { type Job, job, type ScheduledJob } from "../platform/jobs/jobs.ts";
import { type Account, createAccount } from "./account.ts";
import { cookieName } from "./cookie.ts";
import { createPerson, type NewPerson } from "./create-person.ts";
import type { Caller, IdentityDeps, UseCaseDeps } from "./deps.ts";
import { startLoginSession } from "./login-session.ts";
import { asContact, contactsOf, type PersonContact, requireContact } from "./person-contact.ts";
import { purgeExpired } from "./purge-expired.ts";
import { countLoginSessions } from "./queries/login-sessions.ts";
import { hasAdmin } from "./queries/people.ts";
import { mailPasswordReset, mailPasswordResetJob } from "./request-password-reset.ts";
import { resolveActor } from "./resolve-actor.ts";
import { identityRoutes } from "./routes.ts";
import { makeSetupCode } from "./setup-code.ts";

export type { Account, Caller, IdentityDeps, NewPerson, PersonContact };

/** People, how they sign in, and what they may do. */
export interface Identity {
  routes: Route[];
  jobs: Job[];
  scheduled: ScheduledJob[];
  /** What people do with their own account, for the server-rendered pages; the routes call the same. */
  account: Account;
  /** The cookie that carries a login session. */
  readonly cookieName: string;
  /** Whoever a `Cookie` header belongs to; anonymous without a live login session. */
  resolveActor(cookieHeader: string | undefined): Promise<Actor>;
  /** How many login sessions are alive. */
  countLoginSessions(): Promise<number>;
  /** Whether there is an admin yet. */
  hasAdmin(): Promise<boolean>;
  /** A code for making the first admin; undefined once there is one. Print it where only the owner reads. */
  setupCode(): Promise<string | undefined>;
  /** Makes a person without asking for permission: command line, demo content, tests. @throws {AppError} conflict */
  createPerson(person: NewPerson): Promise<PersonContact>;
  /** Signs a person in without a password, for tests and tools; gives the `Cookie` header. */
  openLoginSession(personId: string): Promise<string>;
  /** Names, addresses and languages, in the order of names; unknown ids are left out. */
  peopleByIds(db: Db, ids: readonly string[]): Promise<PersonContact[]>;
  /** @throws {AppError} not_found */
  requirePersonById(db: Db, id: string): Promise<PersonContact>;
}

/** Opens the identity feature. */
export function createIdentity(given: IdentityDeps): Identity {
  const deps: UseCaseDeps = { ...given, passwords: given.passwords ?? createPasswordHasher() };
  const account = createAccount(deps);
  return {
    routes: identityRoutes(deps, account),
    jobs: [job(mailPasswordResetJob, (payload: { email: string }) => mailPasswordReset(deps, payload))],
    scheduled: [{ name: "identity.purgeExpired", cron: "17 3 * * *", run: () => purgeExpired(deps) }],
    account,
    cookieName: cookieName(deps.publicUrl),
    resolveActor: (cookieHeader) => resolveActor(deps, cookieHeader),
    countLoginSessions: () => countLoginSessions(deps.db.reads, deps.clock.now()),
    hasAdmin: () => hasAdmin(deps.db.reads),
    setupCode: () => makeSetupCode(deps),
    createPerson: async (person) => asContact(await createPerson(deps, person)),
    async openLoginSession(personId) {
      const token = await deps.db.transaction((tx) => startLoginSession(deps, tx, personId));
      return `${cookieName(deps.publicUrl)}=${token}`;
    },
    peopleByIds: contactsOf,
    requirePersonById: requireContact,
  };
}
