import type { Language } from "../../shared/kernel/locale.ts";
import { hashOfToken, newToken } from "../platform/crypto/token.ts";
import type { Db } from "../platform/db/database.ts";
import type { UseCaseDeps } from "./deps.ts";
import { type LetterKind, letterTo } from "./messages.ts";
import { insertVerification } from "./queries/verifications.ts";
import type { TokenPurpose, TokenSubject } from "./tables.ts";

export interface Addressee {
  name: string;
  email: string;
  language: Language;
}

const hour = 60 * 60 * 1000;

/** The letters that carry a token: what it is for, how long it is good, and the page that takes it. */
const tokenLetters = {
  verifyEmail: { purpose: "verify", lifetimeMs: 24 * hour, page: "verify" },
  resetPassword: { purpose: "reset", lifetimeMs: hour, page: "reset-password" },
} as const satisfies Partial<Record<LetterKind, { purpose: TokenPurpose; lifetimeMs: number; page: string }>>;

/** Mails a link with a new token. */
export async function mailTokenLink(
  deps: UseCaseDeps,
  db: Db,
  letter: { kind: keyof typeof tokenLetters; to: Addressee; subject: TokenSubject },
): Promise<void> {
  const { purpose, lifetimeMs, page } = tokenLetters[letter.kind];
  const token = newToken();
  const at = deps.clock.now();
  const expiresAt = new Date(at.getTime() + lifetimeMs);
  await insertVerification(db, { purpose, tokenHash: hashOfToken(token) }, { subject: letter.subject, expiresAt, at });
  await mailLetter(deps, db, { kind: letter.kind, to: letter.to, path: `${page}?token=${token}` });
}

/** Mails a letter whose link leads to a page of the account. */
export async function mailLetter(
  deps: UseCaseDeps,
  db: Db,
  { kind, to, path }: { kind: LetterKind; to: Addressee; path: string },
): Promise<void> {
  const url = `${deps.publicUrl}/${to.language}/account/${path}`;
  await deps.mail.enqueue(db, { to: to.email, language: to.language, ...letterTo(to, { kind, url }) });
}
