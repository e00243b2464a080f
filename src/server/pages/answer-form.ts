import type { ReactNode } from "react";
import type { FormErrors } from "../../web/public/form-errors.ts";
import type { PageAnswer, PageContext } from "../platform/http/page-route.ts";
import type { PageDeps } from "./deps.ts";
import { localAddress } from "./page-address.ts";
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

/** A page of the account. An address to return to that is not ours does not get into the language switch either. */
export function shown(
  { renderer }: PageDeps,
  { language, url, query }: PageContext,
  { title, body }: { title: string; body: ReactNode },
): string {
  const isSafe = query.return === undefined || localAddress(query.return) !== undefined;
  return renderer.page({ language, url: isSafe ? url : (url.split("?")[0] ?? url), facts: { title }, body });
}
