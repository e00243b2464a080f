import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { Frame } from "./frame/frame.tsx";
import { NotFoundPage, RouteFailure } from "./frame/route-failure.tsx";

const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage });
const under = () => root;

const home = createRoute({
  getParentRoute: under,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/workshops" });
  },
});
const workshops = createRoute({
  getParentRoute: under,
  path: "/workshops",
  component: lazyRouteComponent(() => import("./catalogue/workshop-list-page.tsx"), "WorkshopListPage"),
});
const workshop = createRoute({
  getParentRoute: under,
  path: "/workshops/$workshopId",
  component: lazyRouteComponent(() => import("./catalogue/workshop-editor-page.tsx"), "WorkshopEditorPage"),
});
const workshopEnrolments = createRoute({
  getParentRoute: under,
  path: "/workshops/$workshopId/enrolments",
  component: lazyRouteComponent(() => import("./enrolment/enrolments-page.tsx"), "EnrolmentsPage"),
});
const questionnaires = createRoute({
  getParentRoute: under,
  path: "/questionnaires",
  component: lazyRouteComponent(() => import("./questionnaires/questionnaire-list-page.tsx"), "QuestionnaireListPage"),
});
const questionnaire = createRoute({
  getParentRoute: under,
  path: "/questionnaires/$questionnaireId",
  component: lazyRouteComponent(() => import("./questionnaires/builder-page.tsx"), "BuilderPage"),
});
const results = createRoute({
  getParentRoute: under,
  path: "/questionnaires/$questionnaireId/results",
  component: lazyRouteComponent(() => import("./analysis/results-page.tsx"), "ResultsPage"),
});
const people = createRoute({
  getParentRoute: under,
  path: "/people",
  component: lazyRouteComponent(() => import("./people/people-page.tsx"), "PeoplePage"),
});
const messages = createRoute({
  getParentRoute: under,
  path: "/messages",
  component: lazyRouteComponent(() => import("./operations/messages-page.tsx"), "MessagesPage"),
});

/** The studio's addresses, below `/studio`. Every page is a chunk of its own, loaded when opened. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    workshops,
    workshop,
    workshopEnrolments,
    questionnaires,
    questionnaire,
    results,
    people,
    messages,
  ]),
  basepath: "/studio",
  defaultPreload: "intent",
  defaultErrorComponent: RouteFailure,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
