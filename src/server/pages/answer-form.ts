import type { ReactNode } from "react";
import type { FormErrors } from "../../web/public/form-errors.ts";
import type { PageAnswer, PageContext } from "../platform/http/page-route.ts";
import type { PageDeps } from "./deps.ts";
import { formErrors, type Outcome, refusalHeaders } from "./read-form.ts";

interface FormAnswer<T> {
  outcome: Outcome<T>;
  title: string;
  /** Where to go when it is done. */
  done(result: T): PageAnswer;
  /** The form again, with what is wrong. */
  again(errors: FormErrors): ReactNode;
}

/** After a form: on to the next page, or the form once more with the status of its refusal. */
export function answerForm<T>(deps: PageDeps, context: PageContext, answer: FormAnswer<T>): PageAnswer {
  const { outcome, title, done, again } = answer;
  if ("done" in outcome) return done(outcome.done);
  const { refusal } = outcome;
  const body = again(formErrors(refusal, context.language));
  return { html: shown(deps, context, { title, body }), status: refusal.status, headers: refusalHeaders(refusal) };
}

/** A page of the account: never in a search engine, never kept. */
export function shown(
  { renderer }: PageDeps,
  { language, url }: PageContext,
  { title, body }: { title: string; body: ReactNode },
): string {
  return renderer.page({ language, url, facts: { title }, body });
}
