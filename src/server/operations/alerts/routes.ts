import { operationsContract as contract } from "../../../shared/operations/contract.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { acknowledgeAlert } from "./acknowledge-alert.ts";
import type { AlertsDeps } from "./deps.ts";
import { listAlerts } from "./list-alerts.ts";

export function alertRoutes(deps: AlertsDeps): Route[] {
  return [
    route(contract.listAlerts, ({ actor, language, query }) => listAlerts(deps, { actor, language }, query)),
    route(contract.acknowledgeAlert, ({ actor, language, params }) =>
      acknowledgeAlert(deps, { actor, language }, params.alertId),
    ),
  ];
}
