import { identityContract } from "../../shared/identity/contract.ts";
import { isPermitted } from "../../shared/kernel/permission.ts";
import { accountMessages } from "../../web/i18n/account.ts";
import { enrollingMessages } from "../../web/i18n/enrolling.ts";
import { mePath, signInPath } from "../../web/public/addresses.ts";
import { type FormErrors, noErrors } from "../../web/public/form-errors.ts";
import { MePage, type MePageProps } from "../../web/public/me-page.tsx";
import type { Actor, Person } from "../platform/authz/actor.ts";
import type { OwnPageRoute, PageAnswer, PageContext, PageRoute } from "../platform/http/page-route.ts";
import type { PageDeps } from "./deps.ts";
import { changeEnrolment, doneNotice } from "./enrolment-actions.ts";
import { questionnairesFor } from "./my-questionnaires.ts";
import { attempt, formErrors, type Outcome, readForm, refusalHeaders } from "./read-form.ts";

const enrolmentsOnPage = 20;

/** One's own page, and what its forms do. */
export function meRoutes(deps: PageDeps): PageRoute[] {
  const path = "/:language/me";
  return [
    { method: "GET", path, handle: signedIn((context) => show(deps, context)) },
    {
      method: "POST",
      path: `${path}/enrolments/:enrolmentId`,
      handle: signedIn((context) => changeOwnEnrolment(deps, context)),
    },
    { method: "POST", path: `${path}/profile`, handle: signedIn((context) => saveProfile(deps, context)) },
    { method: "POST", path: `${path}/password`, handle: signedIn((context) => changePassword(deps, context)) },
  ];
}

type PersonContext = PageContext & { actor: Person };

/** Sends everyone else to the sign-in page, and from there back. */
function signedIn(handle: (context: PersonContext) => Promise<PageAnswer>): OwnPageRoute["handle"] {
  return async (context) => {
    const { actor, language } = context;
    return isPerson(actor) ? handle({ ...context, actor }) : { redirect: signInPath(language, mePath(language)) };
  };
}

const isPerson = (actor: Actor): actor is Person => actor.kind === "person";

async function show(deps: PageDeps, context: PersonContext): Promise<PageAnswer> {
  const { done } = context.query;
  const notice = done === "profile" || done === "password" ? done : doneNotice(done);
  return { html: await render(deps, context, { done: notice, errors: noErrors, values: {} }) };
}

async function changeOwnEnrolment(deps: PageDeps, context: PersonContext): Promise<PageAnswer> {
  const { actor, params, form, language } = context;
  const { enrolmentId } = params;
  const outcome = await attempt(() => changeEnrolment(deps, actor, { enrolmentId, action: form.action }));
  return answer(deps, context, { outcome, done: (done) => `${mePath(language)}?done=${done}` });
}

async function saveProfile(deps: PageDeps, context: PersonContext): Promise<PageAnswer> {
  const { form, language } = context;
  const { name = "" } = form;
  const outcome = await attempt(() => {
    const change = readForm(identityContract.updateProfile, { name, language: form.language });
    return deps.identity.account.updateProfile(context, change);
  });
  const values = { name, ...(form.language ? { language: form.language } : {}) };
  return answer(deps, context, { outcome, done: () => `${mePath(language)}?done=profile`, values });
}

async function changePassword(deps: PageDeps, context: PersonContext): Promise<PageAnswer> {
  const { form, language } = context;
  const { currentPassword = "", newPassword = "" } = form;
  const outcome = await attempt(() => {
    const input = readForm(identityContract.changePassword, { currentPassword, newPassword });
    return deps.identity.account.changePassword(context, input);
  });
  const wrongPassword = { fields: { currentPassword: accountMessages[language].errors.wrongCurrentPassword } };
  return answer(deps, context, {
    outcome,
    done: () => `${mePath(language)}?done=password`,
    ...("refusal" in outcome && outcome.refusal.code === "wrong_credentials" ? { errors: wrongPassword } : {}),
  });
}

interface Answer<T> {
  outcome: Outcome<T>;
  /** Where to go when it is done. */
  done(result: T): string;
  values?: Record<string, string>;
  /** Instead of what the refusal says by itself. */
  errors?: FormErrors;
}

async function answer<T>(deps: PageDeps, context: PersonContext, given: Answer<T>): Promise<PageAnswer> {
  const { outcome, done, values = {} } = given;
  if ("done" in outcome) return { redirect: done(outcome.done) };
  const { refusal } = outcome;
  const errors = given.errors ?? formErrors(refusal, context.language);
  const html = await render(deps, context, { errors, values });
  return { html, status: refusal.status, headers: refusalHeaders(refusal) };
}

type Shown = Pick<MePageProps, "done" | "errors" | "values">;

async function render(deps: PageDeps, context: PersonContext, shown: Shown): Promise<string> {
  const { actor, language, query } = context;
  const cursor = query.cursor || undefined;
  const [profile, enrolments] = await Promise.all([
    deps.identity.account.getProfile(context),
    deps.enrolment.listMyEnrolments(actor, { lang: language, limit: enrolmentsOnPage, cursor }),
  ]);
  const props: MePageProps = {
    language,
    profile,
    enrolments: enrolments.items,
    nextCursor: enrolments.nextCursor,
    questionnaires: await questionnairesFor(deps, actor, { language, enrolments: enrolments.items }),
    hasStudio: isPermitted(actor.role, "workshops.readDraft", true),
    ...shown,
  };
  const { title } = enrollingMessages[language].me;
  const url = mePath(language);
  return deps.renderer.page({ language, url, facts: { title }, place: "me", body: <MePage {...props} /> });
}
