import type { z } from "zod";
import { AppError } from "../../../shared/kernel/error.ts";
import type { Language } from "../../../shared/kernel/locale.ts";

/** Where the next page of a list starts, in a form that callers only hand back. */
export function encodeCursor(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/**
 * The place a cursor stands for; undefined without a cursor.
 * @throws {AppError} invalid_input naming `cursor` when it was not made by us or belongs to another list
 */
export function decodeCursor<Schema extends z.ZodType>(
  cursor: string | undefined,
  schema: Schema,
  language: Language,
): z.output<Schema> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = schema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  if (parsed.success) return parsed.data;
  const message = language === "pl" ? "To nie jest początek strony z tej listy." : "This is not a place in this list.";
  throw new AppError("invalid_input", { issues: [{ field: "cursor", code: "invalid_cursor", message }] });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
