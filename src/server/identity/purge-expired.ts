import type { UseCaseDeps } from "./deps.ts";
import { deleteAttemptsBefore } from "./queries/attempts.ts";
import { deleteExpiredLoginSessions } from "./queries/login-sessions.ts";
import { deleteExpiredVerifications } from "./queries/verifications.ts";
import { longestWindowMinutes } from "./throttle.ts";

/** Deletes login sessions, tokens and counted attempts that mean nothing any more. */
export async function purgeExpired({ db, clock }: UseCaseDeps): Promise<void> {
  const now = clock.now();
  await deleteExpiredLoginSessions(db, now);
  await deleteExpiredVerifications(db, now);
  await deleteAttemptsBefore(db, new Date(now.getTime() - longestWindowMinutes * 60_000));
}
