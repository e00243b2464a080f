import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { commonPasswords } from "./common-passwords.ts";
import { type PasswordWeakness, weaknessText } from "./messages.ts";

export interface PasswordOwner {
  name: string;
  email: string;
}

/** What makes the password easy to guess, if anything. Its length is the contract's business. */
export function weaknessOf(password: string, { name, email }: PasswordOwner): PasswordWeakness | undefined {
  const core = lettersAndDigits(password);
  const [mailbox = ""] = email.split("@");
  if ([email, mailbox].map(lettersAndDigits).includes(core)) return "is_email";
  if (core === lettersAndDigits(name)) return "is_name";
  // Few different characters: `aaaaaaaaaa`, `ababababab`.
  if (new Set(password.toLowerCase()).size < 4) return "is_repetitive";
  return commonPasswords.has(core) ? "is_common" : undefined;
}

/** @throws {AppError} password_too_weak, with an issue for `field` */
export function requireGoodPassword(
  password: string,
  owner: PasswordOwner,
  { field, language }: { field: string; language: Language },
): void {
  const code = weaknessOf(password, owner);
  if (code)
    throw new AppError("password_too_weak", { issues: [{ field, code, message: weaknessText(code, language) }] });
}

function lettersAndDigits(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
