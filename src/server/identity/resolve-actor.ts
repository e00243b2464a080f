import { type Actor, anonymous } from "../platform/authz/actor.ts";
import { hashOfToken, isToken } from "../platform/crypto/token.ts";
import { loginSessionEntry, personEntry } from "./cache.ts";
import { tokenInCookies } from "./cookie.ts";
import type { UseCaseDeps } from "./deps.ts";
import { expiryFrom, isDueToBeProlonged } from "./login-session.ts";
import { loginSessionByToken, prolongLoginSession } from "./queries/login-sessions.ts";
import { personById } from "./queries/people.ts";

/** Plain values, so that any tier of the cache can hold them. */
interface KnownSession {
  id: string;
  personId: string;
  expiresAtMs: number;
}

/** Whoever the cookies belong to; anonymous without a live login session. Costs no query while the cache knows both. */
export async function resolveActor(deps: UseCaseDeps, cookieHeader: string | undefined): Promise<Actor> {
  const token = tokenInCookies(cookieHeader, deps.publicUrl);
  if (token === undefined || !isToken(token)) return anonymous;
  const tokenHash = hashOfToken(token);
  const { key, options } = loginSessionEntry(tokenHash);
  const session = await deps.cache.getOrSet(key, options, () => loadSession(deps, tokenHash));
  if (!session || session.expiresAtMs <= deps.clock.now().getTime()) return anonymous;
  const entry = personEntry(session.personId);
  const person = await deps.cache.getOrSet(entry.key, entry.options, () => loadPerson(deps, session.personId));
  return person ? { kind: "person", ...person, loginSessionId: session.id } : anonymous;
}

async function loadSession(deps: UseCaseDeps, tokenHash: string): Promise<KnownSession | null> {
  const session = await loginSessionByToken(deps.db.reads, tokenHash);
  if (!session) return null;
  const { id, personId } = session;
  const now = deps.clock.now();
  if (session.expiresAt > now && isDueToBeProlonged(session, now)) {
    const expiresAt = expiryFrom(now);
    await prolongLoginSession(deps.db, id, { expiresAt, at: now });
    return { id, personId, expiresAtMs: expiresAt.getTime() };
  }
  return { id, personId, expiresAtMs: session.expiresAt.getTime() };
}

async function loadPerson(deps: UseCaseDeps, personId: string) {
  const person = await personById(deps.db.reads, personId);
  if (!person || person.suspendedAt) return null;
  const { role, name, email, isEmailVerified, language } = person;
  return { personId, role, name, email, isEmailVerified, language };
}
