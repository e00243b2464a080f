import type { Language } from "../../../shared/kernel/locale.ts";

/** The number that was typed, with a point or a comma; the text itself when it is none (yet), empty when it is blank. */
export function parseNumber(typed: string): number | string {
  const plain = typed
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(",", ".")
    .replace("\u2212", "-");
  if (plain === "") return "";
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : typed;
}

/** A number as one types it in the language. */
export function writeNumber(value: number, language: Language): string {
  const text = String(value);
  return language === "pl" ? text.replace(".", ",") : text;
}
