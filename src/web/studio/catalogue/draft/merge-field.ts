import { languages } from "../../../../shared/kernel/locale.ts";
import { type ContentField, isSame } from "./plain-content.ts";

/** Fields whose languages are written apart, often by two people. */
const texts: readonly ContentField[] = ["title", "subtitle", "summary", "description"];

/**
 * One value out of two that were made from the same one: English of the one and Polish of the other go together.
 * Undefined when both changed the same.
 */
export function mergeField(
  field: ContentField,
  base: unknown,
  { mine, theirs }: { mine: unknown; theirs: unknown },
): unknown {
  if (!texts.includes(field)) return undefined;
  const merged: Record<string, unknown> = {};
  for (const language of languages) {
    const [was, here, there] = [base, mine, theirs].map((text) => (text as Record<string, unknown>)[language]);
    if (!isSame(here, was) && !isSame(there, was) && !isSame(here, there)) return undefined;
    const value = isSame(here, was) ? there : here;
    if (value !== undefined) merged[language] = value;
  }
  return merged;
}
