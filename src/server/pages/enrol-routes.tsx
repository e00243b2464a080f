import type { PublicWorkshop } from "../../shared/catalogue/workshop.ts";
import type { AppError } from "../../shared/kernel/error.ts";
import { enrollingMessages } from "../../web/i18n/enrolling.ts";
import { enrolPath, signInPath } from "../../web/public/addresses.ts";
import { EnrolPage, type EnrolPageProps, type EnrolView, type Obstacle } from "../../web/public/enrol-page.tsx";
import type { PageAnswer, PageContext, PageRoute } from "../platform/http/page-route.ts";
import { problemText } from "../platform/http/problem-texts.ts";
import { enrolmentWindow, findWorkshop } from "./catalogue-routes.tsx";
import type { PageDeps } from "./deps.ts";
import { changeEnrolment, doneNotice } from "./enrolment-actions.ts";
import { attempt } from "./read-form.ts";

const path = "/:language/workshops/:slug/enrol";

/** One's own seat: shown on GET, changed by POST, which always ends in a redirect or says why nothing changed. */
export function enrolRoutes(deps: PageDeps): PageRoute[] {
  return [
    { method: "GET", path, handle: (context) => show(deps, context) },
    { method: "POST", path, handle: (context) => change(deps, context) },
  ];
}

async function show(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, params, query } = context;
  const workshop = await findWorkshop(deps, params.slug, language);
  if (workshop.slug !== params.slug) return { redirect: enrolPath(language, workshop.slug), status: 301 };
  const view = await viewOf(deps, context, workshop);
  return { html: render(deps, context, { language, workshop, view, done: doneNotice(query.done) }) };
}

async function change(deps: PageDeps, context: PageContext): Promise<PageAnswer> {
  const { language, actor, form } = context;
  const workshop = await findWorkshop(deps, context.params.slug, language);
  const address = enrolPath(language, workshop.slug);
  if (actor.kind === "anonymous") return { redirect: signInPath(language, address) };
  const outcome = await attempt(async () => {
    if (form.action === "enrol") {
      const isConfirmed = form.isConfirmed === "true";
      await deps.enrolment.enrol(actor, { workshopId: workshop.id, isConfirmed });
      return undefined;
    }
    const { enrolment } = await deps.enrolment.getMyEnrolment(actor, workshop.id);
    return enrolment ? changeEnrolment(deps, actor, { enrolmentId: enrolment.id, action: form.action }) : undefined;
  });
  if ("done" in outcome) return { redirect: outcome.done ? `${address}?done=${outcome.done}` : address };
  return refused(deps, context, { workshop, refusal: outcome.refusal });
}

async function refused(
  deps: PageDeps,
  context: PageContext,
  { workshop, refusal }: { workshop: PublicWorkshop; refusal: AppError },
): Promise<PageAnswer> {
  const { language } = context;
  // A second press of the same button: the page shows where one stands.
  if (refusal.code === "already_enrolled") return { redirect: enrolPath(language, workshop.slug) };
  if (refusal.code === "confirmation_needed") {
    const obstacles = (refusal.details.obstacles ?? []) as Obstacle[];
    const view: EnrolView = { kind: "confirm", obstacles };
    return { html: render(deps, context, { language, workshop, view }), status: refusal.status };
  }
  const view = await viewOf(deps, context, workshop);
  const problem = problemText(refusal.code, language);
  return { html: render(deps, context, { language, workshop, view, problem }), status: refusal.status };
}

async function viewOf(deps: PageDeps, { actor }: PageContext, workshop: PublicWorkshop): Promise<EnrolView> {
  if (actor.kind === "anonymous") return { kind: "anonymous" };
  const { enrolment } = await deps.enrolment.getMyEnrolment(actor, workshop.id);
  const window = enrolmentWindow(workshop, deps.clock.now());
  if (window === "cancelled") return { kind: "closed", reason: "cancelled" };
  if (enrolment) return { kind: "enrolled", enrolment };
  if (window !== "open") return { kind: "closed", reason: "started" };
  const isFull = workshop.seatsLeft === 0;
  if (isFull && !workshop.hasWaitingList) return { kind: "closed", reason: "full" };
  const seat = workshop.needsApproval ? "pending" : isFull ? "waitlisted" : "confirmed";
  return { kind: "open", seat, email: actor.email };
}

function render({ renderer }: PageDeps, { url }: PageContext, props: EnrolPageProps): string {
  const { language, workshop } = props;
  const title = `${enrollingMessages[language].title}: ${workshop.title.text}`;
  return renderer.page({ language, url: withoutQuery(url), facts: { title }, body: <EnrolPage {...props} /> });
}

const withoutQuery = (url: string) => url.split("?")[0] ?? url;
