import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";

/** A secret that cannot be guessed: 256 random bits, as 43 characters that need no escaping in addresses and cookies. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function isToken(value: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(value);
}

/** What is stored of a token: whoever reads the database cannot use it. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A hash that only this installation can make, for finding something again without keeping it. */
export function keyedHash(secret: string, subject: string): string {
  return createHmac("sha256", secret).update(subject).digest("hex");
}

/** Without the characters that are easily taken for others. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** A secret to be typed by hand, such as `k7mp-2xqd-…`: 24 characters, about 118 random bits. */
export function newTypedCode(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: 6 }, group).join("-");
}

/** The code as it was made, whatever the typist did with case, spaces and dashes. */
export function asTypedCode(typed: string): string {
  const letters = typed.toLowerCase().replace(/[^a-z0-9]/g, "");
  return (letters.match(/.{1,4}/g) ?? []).join("-");
}
