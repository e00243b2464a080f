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

const operations = createRoute({
  getParentRoute: under,
  path: "/operations",
  component: lazyRouteComponent(() => import("./operations/operations-page.tsx"), "OperationsPage"),
});
const underOperations = () => operations;
const overview = createRoute({
  getParentRoute: underOperations,
  path: "/",
  component: lazyRouteComponent(() => import("./operations/overview-page.tsx"), "OverviewPage"),
});
const alerts = createRoute({
  getParentRoute: underOperations,
  path: "/alerts",
  component: lazyRouteComponent(() => import("./operations/alerts-page.tsx"), "AlertsPage"),
});
const slowRequests = createRoute({
  getParentRoute: underOperations,
  path: "/requests",
  component: lazyRouteComponent(() => import("./operations/requests-page.tsx"), "RequestsPage"),
});
const database = createRoute({
  getParentRoute: underOperations,
  path: "/database",
  component: lazyRouteComponent(() => import("./operations/database-page.tsx"), "DatabasePage"),
});
const cache = createRoute({
  getParentRoute: underOperations,
  path: "/cache",
  component: lazyRouteComponent(() => import("./operations/cache-page.tsx"), "CachePage"),
});
const jobs = createRoute({
  getParentRoute: underOperations,
  path: "/jobs",
  component: lazyRouteComponent(() => import("./operations/jobs-page.tsx"), "JobsPage"),
});
const settings = createRoute({
  getParentRoute: underOperations,
  path: "/settings",
  component: lazyRouteComponent(() => import("./operations/settings-page.tsx"), "SettingsPage"),
});
const audit = createRoute({
  getParentRoute: underOperations,
  path: "/audit",
  component: lazyRouteComponent(() => import("./operations/audit-page.tsx"), "AuditPage"),
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
    operations.addChildren([overview, alerts, slowRequests, database, cache, jobs, settings, audit]),
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
