import { logLevelContract as contract } from "../../../shared/operations/log-level-contract.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { changeLogLevel, type LogLevelDeps } from "./change-log-level.ts";

export function logLevelRoutes(deps: LogLevelDeps): Route[] {
  return [route(contract.changeLogLevel, ({ actor, body }) => changeLogLevel(deps, actor, body))];
}
