import { cacheContract as contract } from "../../../shared/operations/cache-contract.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { SlowRequest } from "../../platform/http/slow-requests.ts";
import type { OperationsDeps } from "../deps.ts";

const topic = "operations.slow-requests";
const most = 100;

export function requestRoutes({ company, slowRequests, settings }: OperationsDeps): Route[] {
  company.answer(topic, () => slowRequests.list());
  return [
    route(contract.listSlowRequests, async () => {
      const all = (await company.askAll<SlowRequest[]>(topic)).flat();
      all.sort((one, other) => (one.at < other.at ? 1 : -1));
      return { slowerThanMs: settings.SLOW_REQUEST_MS, items: all.slice(0, most) };
    }),
  ];
}
