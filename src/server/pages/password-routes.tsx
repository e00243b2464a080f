import { identityContract } from "../../shared/identity/contract.ts";
import { accountMessages } from "../../web/i18n/account.ts";
import { LinkFailedPage } from "../../web/public/account/mail-pages.tsx";
import { ForgottenPasswordPage, ResetPasswordPage } from "../../web/public/account/password-pages.tsx";
import { accountPath } from "../../web/public/addresses.ts";
import { noErrors } from "../../web/public/form-errors.ts";
import type { PageAnswer, PageContext, PageRoute } from "../platform/http/page-route.ts";
import { answerForm, shown } from "./answer-form.ts";
import type { PageDeps } from "./deps.ts";
import { attempt, readForm } from "./read-form.ts";

/** A forgotten password and a new one. */
export function passwordRoutes(deps: PageDeps): PageRoute[] {
  const forgotten = "/:language/account/forgotten-password";
  const reset = "/:language/account/reset-password";
  return [
    { method: "GET", path: forgotten, handle: (context) => showForgotten(deps, context) },
    { method: "POST", path: forgotten, handle: (context) => sendLink(deps, context) },
    { method: "GET", path: reset, handle: (context) => showReset(deps, context) },
    { method: "POST", path: reset, handle: (context) => setPassword(deps, context) },
  ];
}

async function showForgotten(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language } = context;
  const body = <ForgottenPasswordPage language={language} values={{}} errors={noErrors} />;
  return { html: shown(deps, context, { title: accountMessages[language].forgotten.title, body }) };
}

async function sendLink(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, form } = context;
  const { email = "" } = form;
  const outcome = await attempt(() => {
    const input = readForm(identityContract.requestPasswordReset, { email: email.trim(), language });
    return deps.identity.account.requestPasswordReset(context, input);
  });
  return answerForm(deps, context, {
    outcome,
    title: accountMessages[language].forgotten.title,
    done: () => ({ redirect: accountPath(language, "check-mail", { for: "reset" }) }),
    again: (errors) => <ForgottenPasswordPage language={language} values={{ email }} errors={errors} />,
  });
}

async function showReset(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, query } = context;
  const body = <ResetPasswordPage language={language} values={{}} errors={noErrors} token={query.token ?? ""} />;
  return { html: shown(deps, context, { title: accountMessages[language].reset.title, body }) };
}

async function setPassword(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, form } = context;
  const { token = "", password = "" } = form;
  const outcome = await attempt(() => {
    const input = readForm(identityContract.resetPassword, { token, password });
    return deps.identity.account.resetPassword(context, input);
  });
  const isLinkGood = "done" in outcome || outcome.refusal.code !== "link_invalid";
  return answerForm(deps, context, {
    outcome,
    title: accountMessages[language].reset.title,
    done: () => ({ redirect: accountPath(language, "sign-in", { done: "passwordSet" }) }),
    again: (errors) =>
      isLinkGood && !errors.fields.token ? (
        <ResetPasswordPage language={language} values={{}} errors={errors} token={token} />
      ) : (
        <LinkFailedPage language={language} purpose="reset" />
      ),
  });
}
