import type { BodyOf, Endpoint } from "../../shared/kernel/endpoint.ts";
import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { accountMessages } from "../../web/i18n/account.ts";
import { messagesFor } from "../../web/i18n/messages.ts";
import type { FormErrors } from "../../web/public/form-errors.ts";
import { problemText } from "../platform/http/problem-texts.ts";

/** The form as the endpoint's body, read by the same schema. @throws {AppError} invalid_input */
export function readForm<E extends Endpoint>({ id, body }: E, fields: object): BodyOf<E> {
  if (!body) throw new Error(`${id} takes no body`);
  const result = body.safeParse(fields);
  if (result.success) return result.data as BodyOf<E>;
  const issues = result.error.issues.map(({ path, code, message }) => ({ field: path.join("."), code, message }));
  throw new AppError("invalid_input", { issues });
}

export type Outcome<T> = { done: T } | { refusal: AppError };

/** Does what a form asks for. What the reader can act on comes back, to be shown with the form; our own faults do not. */
export async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return { refusal: error };
    throw error;
  }
}

/** A refusal in the reader's words: beside its fields where it names them, else above the form. */
export function formErrors({ code, details }: AppError, language: Language): FormErrors {
  const issues = details.issues ?? [];
  if (issues.length === 0) return { fields: {}, general: problemText(code, language) };
  const texts: Record<string, string> = accountMessages[language].errors;
  const general = messagesFor(language).validation.general;
  const fields = issues.map(({ field, message }): [string, string] => [
    field,
    code === "password_too_weak" ? message : (texts[field] ?? general),
  ]);
  return { fields: Object.fromEntries(fields) };
}

/** The headers that go with a refused form. */
export function refusalHeaders({ details }: AppError): Record<string, string> {
  const { retryAfterSeconds } = details;
  return retryAfterSeconds === undefined ? {} : { "retry-after": String(Math.ceil(retryAfterSeconds)) };
}
