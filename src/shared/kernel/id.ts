import { z } from "zod";

/** An entity's id: a UUID. New ones are version 7, so that they sort by time of creation. */
// Marked pure, so that browser code which only makes ids does not carry zod.
export const Id = /* @__PURE__ */ z.uuid();

/** Asking the system for randomness costs far more than reading it, so it comes for many ids at once. */
const randomBytes = /* @__PURE__ */ new Uint8Array(4_000);
const randomPerId = 10;
let nextRandom = randomBytes.length;
const hexOf = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** A new time-ordered UUID version 7 (RFC 9562, section 5.7). */
export function newId(now: number = Date.now()): string {
  if (nextRandom >= randomBytes.length) {
    crypto.getRandomValues(randomBytes);
    nextRandom = 0;
  }
  const start = nextRandom;
  nextRandom += randomPerId;
  const byte = (at: number) => randomBytes[start + at] as number;
  const hex = (at: number) => hexOf[byte(at)] as string;
  const time = Math.floor(now).toString(16).padStart(12, "0");
  const version = `7${hex(0).slice(1)}${hex(1)}`;
  const variant = `${hexOf[0x80 | (byte(2) & 0x3f)]}${hex(3)}`;
  const rest = `${hex(4)}${hex(5)}${hex(6)}${hex(7)}${hex(8)}${hex(9)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${rest}`;
}

/** The part of a public address that names a workshop, such as `mediacje-w-zespole`. */
export const Slug = /* @__PURE__ */ z
  .string()
  .min(1)
  .max(120)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

const folded: Record<string, string> = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe" };

/** Turns a title into a slug: lower case, Polish letters folded, at most 80 characters, never empty. */
export function slugify(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[łøđßæœ]/g, (letter) => folded[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "");
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return slug || "workshop";
}
