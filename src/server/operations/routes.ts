import { AppError } from "../../shared/kernel/error.ts";
import { operationsContract as contract } from "../../shared/operations/contract.ts";
import { type Route, route } from "../platform/http/route.ts";
import { auditRoutes } from "./audit/routes.ts";
import { cacheRoutes } from "./cache/routes.ts";
import { databaseRoutes } from "./database/routes.ts";
import type { OperationsDeps } from "./deps.ts";
import { healthRoutes } from "./health/routes.ts";
import { jobRoutes } from "./jobs/routes.ts";
import { liveRoutes } from "./live/routes.ts";
import { logLevelRoutes } from "./log-level/routes.ts";
import { requestRoutes } from "./requests/routes.ts";
import { settingRoutes } from "./settings/routes.ts";

export function routes(deps: OperationsDeps): Route[] {
  return [
    ...messageRoutes(deps),
    ...healthRoutes(deps),
    ...liveRoutes(deps),
    ...requestRoutes(deps),
    ...databaseRoutes(deps),
    ...cacheRoutes(deps),
    ...jobRoutes(deps),
    ...settingRoutes(deps),
    ...auditRoutes(deps),
    ...logLevelRoutes(deps),
  ];
}

function messageRoutes({ mail }: OperationsDeps): Route[] {
  return [
    route(contract.listMessages, async () => ({ items: await mail.listMessages(), isDelivering: mail.isDelivering })),
    route(contract.getMessage, async ({ params }) => {
      const message = await mail.getMessage(params.name);
      if (!message) throw new AppError("not_found");
      return message;
    }),
  ];
}
