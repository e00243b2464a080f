import { z } from "zod";

/** An entity's id: a UUID. New ones are version 7, so that they sort by time of creation. */
// Marked pure, so that browser code which only makes ids does not carry zod.
export const Id = /* @__PURE__ */ z.uuid();

/** A new time-ordered UUID version 7 (RFC 9562, section 5.7). */
export function newId(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
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
