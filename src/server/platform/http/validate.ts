import { z } from "zod";
import { AppError, type FieldIssue } from "../../../shared/kernel/error.ts";
import type { Language } from "../../../shared/kernel/locale.ts";

const sentences = { en: z.locales.en().localeError, pl: z.locales.pl().localeError };

/** Values nested deeper than any of our contracts; refused before a schema walks them. */
const maxDepth = 32;

/**
 * The value as the schema reads it.
 * @throws {AppError} invalid_input with every issue's field path, code and sentence in the reader's language
 */
export function validated(schema: z.ZodType, value: unknown, language: Language): unknown {
  const unreadable = unreadableText(value);
  if (unreadable !== undefined)
    throw new AppError("invalid_input", { issues: [unreadableIssue(unreadable, language)] });
  const result = schema.safeParse(value, { error: sentences[language] });
  if (result.success) return result.data;
  throw new AppError("invalid_input", { issues: result.error.issues.flatMap(toFieldIssues).slice(0, 50) });
}

function toFieldIssues(issue: z.core.$ZodIssue): FieldIssue[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      field: [...path, printable(key)].join("."),
      code: issue.code,
      message: issue.message,
    }));
  }
  return [{ field: path.map(printable).join("."), code: issue.code, message: issue.message }];
}

const printable = (key: string) => key.replace(/\p{C}/gu, "�").slice(0, 100);

function unreadableIssue(path: string[], language: Language): FieldIssue {
  const message = language === "pl" ? "Zawiera niedozwolone znaki." : "Contains characters that are not allowed.";
  return { field: path.map(printable).join("."), code: "unreadable_text", message };
}

/** The path to a text that no database can hold: with NUL or a lone surrogate, or nested too deeply to look. */
function unreadableText(value: unknown, depth = 0): string[] | undefined {
  if (typeof value === "string") return value.includes("\0") || !value.isWellFormed() ? [] : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > maxDepth) return [];
  for (const [key, inner] of Object.entries(value)) {
    if (key.includes("\0") || !key.isWellFormed()) return [key];
    const path = unreadableText(inner, depth + 1);
    if (path) return [key, ...path];
  }
  return undefined;
}
