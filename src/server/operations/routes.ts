import { AppError } from "../../shared/kernel/error.ts";
import { operationsContract as contract } from "../../shared/operations/contract.ts";
import { type Route, route } from "../platform/http/route.ts";
import type { OperationsDeps } from "./deps.ts";

export function routes(deps: OperationsDeps): Route[] {
  const { mail, cache, ready, health } = deps;
  return [
    route(contract.listMessages, async () => ({ items: await mail.listMessages(), isDelivering: mail.isDelivering })),
    route(contract.getCacheState, async () => {
      const { redis = null, bus = null, ...own } = cache.stats();
      return { ...own, redis, bus, ready: ready.stats() };
    }),
    route(contract.getHealth, () => health.latest()),
    route(contract.getMessage, async ({ params }) => {
      const message = await mail.getMessage(params.name);
      if (!message) throw new AppError("not_found");
      return message;
    }),
  ];
}
