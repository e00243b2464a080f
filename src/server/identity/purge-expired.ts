import type { UseCaseDeps } from "./deps.ts";
import { deleteAttemptsBefore } from "./queries/attempts.ts";
import { deleteExpiredLoginSessions } from "./queries/login-sessions.ts";
import { deleteUnverifiedBefore } from "./queries/unverified.ts";
import { deleteExpiredVerifications } from "./queries/verifications.ts";
import { longestWindowMinutes } from "./throttle.ts";

/** After so long an account whose address nobody ever verified is deleted, unless something hangs on it. */
const unverifiedDays = 30;

/** Deletes login sessions, tokens, counted attempts and accounts that mean nothing any more. */
export async function purgeExpired({ db, clock }: UseCaseDeps): Promise<void> {
  const now = clock.now();
  await deleteExpiredLoginSessions(db, now);
  await deleteExpiredVerifications(db, now);
  await deleteAttemptsBefore(db, new Date(now.getTime() - longestWindowMinutes * 60_000));
  await deleteUnverifiedBefore(db, new Date(now.getTime() - unverifiedDays * 24 * 60 * 60_000));
}
