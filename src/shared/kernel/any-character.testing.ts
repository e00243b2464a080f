import fc from "fast-check";

/**
 * Any of Unicode's code points, halves of pairs too. A unit for texts: the library's own for this takes 1.7 s to be made,
 * since it lists them all.
 */
export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
