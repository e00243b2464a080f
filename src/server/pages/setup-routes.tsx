import { identityContract } from "../../shared/identity/contract.ts";
import type { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { accountMessages } from "../../web/i18n/account.ts";
import { SetupPage } from "../../web/public/account/setup-page.tsx";
import { homePath, setupPath } from "../../web/public/addresses.ts";
import { type FormErrors, noErrors } from "../../web/public/form-errors.ts";
import type { PageAnswer, PageContext, PageRoute } from "../platform/http/page-route.ts";
import { answerForm, shown } from "./answer-form.ts";
import type { PageDeps } from "./deps.ts";
import { attempt, readForm } from "./read-form.ts";

/** The front door, and the first run of an installation that has no administrator. */
export function setupRoutes(deps: PageDeps): PageRoute[] {
  const isSetUp = rememberOnceTrue(() => deps.identity.hasAdmin());
  return [
    { method: "GET", path: "/", handle: (context) => enter(isSetUp, context) },
    {
      method: "GET",
      path: "/:language/setup",
      handle: async (context) => ((await isSetUp()) ? { redirect: homePath(context.language) } : show(deps, context)),
    },
    { method: "POST", path: "/:language/setup", handle: (context) => createAdmin(deps, context) },
  ];
}

/** An installation never loses its last administrator, so the answer yes holds for good. */
function rememberOnceTrue(ask: () => Promise<boolean>): () => Promise<boolean> {
  let isTrue = false;
  return async () => {
    isTrue ||= await ask();
    return isTrue;
  };
}

async function enter(isSetUp: () => Promise<boolean>, { language }: PageContext): Promise<PageAnswer> {
  const redirect = (await isSetUp()) ? homePath(language) : setupPath(language);
  return { redirect, status: 302, headers: { vary: "accept-language" } };
}

async function show(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language } = context;
  const body = <SetupPage language={language} values={{}} errors={noErrors} />;
  return { html: shown(deps, context, { title: accountMessages[language].setup.title, body }) };
}

async function createAdmin(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, form } = context;
  const { setupCode = "", name = "", email = "", password = "" } = form;
  const outcome = await attempt(() => {
    const fields = { setupCode: setupCode.trim(), name, email: email.trim(), password, language };
    return deps.identity.account.createFirstAdmin(context, readForm(identityContract.createFirstAdmin, fields));
  });
  const isDone = "refusal" in outcome && outcome.refusal.code === "setup_done";
  if (isDone) return { redirect: homePath(language) };
  const special = "refusal" in outcome ? setupErrors(outcome.refusal, language) : undefined;
  return answerForm(deps, context, {
    outcome,
    title: accountMessages[language].setup.title,
    done: ({ setCookie }) => ({ redirect: "/studio", headers: { "set-cookie": setCookie } }),
    again: (errors) => <SetupPage language={language} values={{ setupCode, name, email }} errors={special ?? errors} />,
  });
}

/** Refusals that belong to one field of this form. */
function setupErrors({ code }: AppError, language: Language): FormErrors | undefined {
  const words = accountMessages[language].errors;
  if (code === "wrong_credentials") return { fields: { setupCode: words.wrongSetupCode } };
  return code === "conflict" ? { fields: { email: words.emailTaken } } : undefined;
}
