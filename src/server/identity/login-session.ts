import { newId } from "../../shared/kernel/id.ts";
import { hashOfToken, newToken } from "../platform/crypto/token.ts";
import type { Tx } from "../platform/db/database.ts";
import { forgetLoginSessions } from "./cache.ts";
import type { Caller, UseCaseDeps } from "./deps.ts";
import { deleteLoginSession, deleteLoginSessionsOf, insertLoginSession } from "./queries/login-sessions.ts";

const day = 24 * 60 * 60 * 1000;
const lifetimeMs = 30 * day;

export function expiryFrom(at: Date): Date {
  return new Date(at.getTime() + lifetimeMs);
}

/** Prolonged at most once a day, so that reading pages does not write. */
export function isDueToBeProlonged({ touchedAt }: { touchedAt: Date }, now: Date): boolean {
  return now.getTime() - touchedAt.getTime() >= day;
}

/** Starts a login session and gives its token. Nothing that was known before becomes the new session's secret. */
export async function startLoginSession(deps: UseCaseDeps, tx: Tx, personId: string): Promise<string> {
  const token = newToken();
  const at = deps.clock.now();
  await insertLoginSession(tx, {
    id: newId(at.getTime()),
    personId,
    tokenHash: hashOfToken(token),
    expiresAt: expiryFrom(at),
    at,
  });
  return token;
}

/** Ends the session that the caller came with: one browser holds one session. */
export async function endPresentLoginSession(
  deps: UseCaseDeps,
  tx: Tx,
  { actor }: Pick<Caller, "actor">,
): Promise<void> {
  if (actor.kind === "anonymous") return;
  forgetLoginSessions(tx, deps.cache, await deleteLoginSession(tx, actor.loginSessionId));
}

/** Ends every login session of a person, or every one but `exceptId`. */
export async function endLoginSessionsOf(
  deps: UseCaseDeps,
  tx: Tx,
  { personId, exceptId }: { personId: string; exceptId?: string },
): Promise<void> {
  forgetLoginSessions(tx, deps.cache, await deleteLoginSessionsOf(tx, personId, exceptId));
}
