import type { Language } from "../../../../shared/kernel/locale.ts";
import { ApiError } from "../../../api/api-error.ts";
import { messagesFor } from "../../../i18n/messages.ts";

/** Why something failed, in the reader's language: what the server says about each field, else its own sentence. */
export function problemText(error: Error | null, language: Language): string | undefined {
  if (!error) return undefined;
  const { offlineTitle, failedTitle } = messagesFor(language).errorPage;
  if (!(error instanceof ApiError)) return failedTitle;
  if (error.code === "offline") return offlineTitle;
  const issues = error.problem.issues?.map(({ message }) => message) ?? [];
  return issues.length > 0 ? issues.join(" ") : error.message;
}
