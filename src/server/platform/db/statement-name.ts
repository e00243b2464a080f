import { createHash } from "node:crypto";

/** Beyond this many texts new ones run unnamed: each name costs memory on every connection of the server. */
const limit = 1000;
const names = new Map<string, string>();

/** The name a statement is prepared under: the same for the same text in every process; none once the table is full. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= limit) return known;
  const name = `q_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
  names.set(text, name);
  return name;
}
