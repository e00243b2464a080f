import type { Route } from "../platform/http/route.ts";
import { type Alerts, createAlerts } from "./alerts/alerts.ts";
import type { OperationsDeps } from "./deps.ts";
import { routes } from "./routes.ts";

export { type Alerts, createAlerts };

/** What those who run the installation need to see. */
export interface Operations {
  routes: Route[];
}

/** Opens the operations feature. */
export function createOperations(deps: OperationsDeps): Operations {
  return { routes: routes(deps) };
}
