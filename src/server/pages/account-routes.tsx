import { identityContract } from "../../shared/identity/contract.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Role } from "../../shared/kernel/permission.ts";
import { isPermitted } from "../../shared/kernel/permission.ts";
import { accountMessages } from "../../web/i18n/account.ts";
import { CheckMailPage, LinkFailedPage, VerifyPage } from "../../web/public/account/mail-pages.tsx";
import { RegisterPage } from "../../web/public/account/register-page.tsx";
import { SignInPage } from "../../web/public/account/sign-in-page.tsx";
import { accountPath, mePath } from "../../web/public/addresses.ts";
import { noErrors } from "../../web/public/form-errors.ts";
import type { PageAnswer, PageContext, PageRoute } from "../platform/http/page-route.ts";
import { answerForm, shown } from "./answer-form.ts";
import type { PageDeps } from "./deps.ts";
import { localAddress } from "./page-address.ts";
import { attempt, readForm } from "./read-form.ts";
import { expiredReturnCookie, readReturnCookie, returnCookie } from "./return-cookie.ts";

/** Into the account and out of it. */
export function accountRoutes(deps: PageDeps): PageRoute[] {
  const at = (page: string) => `/:language/account/${page}`;
  return [
    { method: "GET", path: at("sign-in"), handle: (context) => showSignIn(deps, context) },
    { method: "POST", path: at("sign-in"), handle: (context) => signIn(deps, context) },
    { method: "POST", path: at("sign-out"), handle: (context) => signOut(deps, context) },
    { method: "GET", path: at("register"), handle: (context) => showRegister(deps, context) },
    { method: "POST", path: at("register"), handle: (context) => register(deps, context) },
    { method: "GET", path: at("check-mail"), handle: (context) => showCheckMail(deps, context) },
    { method: "GET", path: at("verify"), handle: (context) => showVerify(deps, context) },
    { method: "POST", path: at("verify"), handle: (context) => verify(deps, context) },
  ];
}

/** Where somebody goes who has just signed in: back to where they were, else to where their work is. */
function afterSignIn(language: Language, role: Role, returnTo: string | undefined): string {
  if (returnTo) return returnTo;
  return isPermitted(role, "workshops.readDraft", true) ? "/studio" : mePath(language);
}

async function showSignIn(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, actor, query } = context;
  const returnTo = localAddress(query.return);
  if (actor.kind === "person") return { redirect: afterSignIn(language, actor.role, returnTo) };
  const done = query.done === "passwordSet" || query.done === "signedOut" ? query.done : undefined;
  const body = <SignInPage language={language} values={{}} errors={noErrors} returnTo={returnTo} done={done} />;
  return { html: shown(deps, context, { title: accountMessages[language].signIn.title, body }) };
}

async function signIn(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, form } = context;
  const returnTo = localAddress(form.return);
  const outcome = await attempt(() => {
    const { email = "", password = "" } = form;
    const input = readForm(identityContract.signIn, { email: email.trim(), password });
    return deps.identity.account.signIn(context, input);
  });
  return answerForm(deps, context, {
    outcome,
    title: accountMessages[language].signIn.title,
    done: ({ profile, setCookie }) => ({
      redirect: afterSignIn(profile.language, profile.role, returnTo),
      headers: { "set-cookie": setCookie },
    }),
    again: (errors) => (
      <SignInPage language={language} values={{ email: form.email ?? "" }} errors={errors} returnTo={returnTo} />
    ),
  });
}

async function signOut(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { setCookie } = await deps.identity.account.signOut(context);
  return {
    redirect: accountPath(context.language, "sign-in", { done: "signedOut" }),
    headers: { "set-cookie": setCookie },
  };
}

async function showRegister(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, actor, query } = context;
  const returnTo = localAddress(query.return);
  if (actor.kind === "person") return { redirect: returnTo ?? mePath(language) };
  const body = <RegisterPage language={language} values={{}} errors={noErrors} returnTo={returnTo} />;
  return { html: shown(deps, context, { title: accountMessages[language].register.title, body }) };
}

async function register(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, form } = context;
  const { name = "", email = "", password = "" } = form;
  const returnTo = localAddress(form.return);
  const outcome = await attempt(() => {
    const input = readForm(identityContract.register, { name, email: email.trim(), password, language });
    return deps.identity.account.register(context, input);
  });
  return answerForm(deps, context, {
    outcome,
    title: accountMessages[language].register.title,
    done: () => ({
      redirect: accountPath(language, "check-mail"),
      headers: returnTo ? { "set-cookie": returnCookie(deps.publicUrl, returnTo) } : undefined,
    }),
    again: (errors) => (
      <RegisterPage language={language} values={{ name, email }} errors={errors} returnTo={returnTo} />
    ),
  });
}

async function showCheckMail(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, query } = context;
  const purpose = query.for === "reset" ? "reset" : "verify";
  const { isDelivering } = deps.mail;
  const body = <CheckMailPage language={language} purpose={purpose} isDelivering={isDelivering} />;
  return { html: shown(deps, context, { title: accountMessages[language].checkMail.title, body }) };
}

async function showVerify(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, query } = context;
  const body = <VerifyPage language={language} token={query.token ?? ""} />;
  return { html: shown(deps, context, { title: accountMessages[language].verify.title, body }) };
}

async function verify(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, form, cookies } = context;
  const outcome = await attempt(() => {
    const input = readForm(identityContract.verifyEmail, { token: form.token });
    return deps.identity.account.verifyEmail(context, input);
  });
  return answerForm(deps, context, {
    outcome,
    title: accountMessages[language].verify.title,
    done: ({ setCookie }) => ({
      redirect: readReturnCookie(cookies) ?? mePath(language),
      headers: { "set-cookie": [setCookie, expiredReturnCookie(deps.publicUrl)] },
    }),
    again: () => <LinkFailedPage language={language} purpose="verify" />,
  });
}
