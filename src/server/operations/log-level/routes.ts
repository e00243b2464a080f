import { logLevelContract as contract, LevelRequest } from "../../../shared/operations/log-level-contract.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { LogLevel } from "../../platform/logging/log-level.ts";
import type { Company } from "../../platform/processes/ask-all.ts";
import { changeLogLevel, type LogLevelDeps, topic } from "./change-log-level.ts";

export function logLevelRoutes(deps: LogLevelDeps & { company: Pick<Company, "answer">; logLevel: LogLevel }): Route[] {
  deps.company.answer(topic, (question) => {
    deps.logLevel.change(LevelRequest.parse(question));
    return true;
  });
  return [route(contract.changeLogLevel, ({ actor, body }) => changeLogLevel(deps, actor, body))];
}
