import { enrolmentContract as contract } from "../../shared/enrolment/contract.ts";
import { type Route, route } from "../platform/http/route.ts";
import type { EnrolmentDeps } from "./deps.ts";
import { enrol } from "./enrol.ts";
import { getMyEnrolment, listMyEnrolments, listWorkshopEnrolments } from "./list-enrolments.ts";
import { acceptOffer, cancelEnrolment, declineOffer } from "./own-enrolment.ts";
import { confirmEnrolment, declineEnrolment, removeEnrolment } from "./run-enrolment.ts";

export function routes(deps: EnrolmentDeps): Route[] {
  return [
    route(contract.enrol, ({ actor, params, body }) => enrol(deps, actor, { ...params, ...body })),
    route(contract.getMyEnrolment, ({ actor, params }) => getMyEnrolment(deps, actor, params.workshopId)),
    route(contract.listMyEnrolments, ({ actor, query }) => listMyEnrolments(deps, actor, query)),
    route(contract.cancelEnrolment, ({ actor, params }) => cancelEnrolment(deps, actor, params.enrolmentId)),
    route(contract.acceptOffer, ({ actor, params }) => acceptOffer(deps, actor, params.enrolmentId)),
    route(contract.declineOffer, ({ actor, params }) => declineOffer(deps, actor, params.enrolmentId)),
    route(contract.listWorkshopEnrolments, ({ actor, params, query, language }) =>
      listWorkshopEnrolments(deps, actor, { ...params, ...query, language }),
    ),
    route(contract.confirmEnrolment, ({ actor, params }) => confirmEnrolment(deps, actor, params.enrolmentId)),
    route(contract.declineEnrolment, ({ actor, params }) => declineEnrolment(deps, actor, params.enrolmentId)),
    route(contract.removeEnrolment, ({ actor, params }) => removeEnrolment(deps, actor, params.enrolmentId)),
  ];
}
