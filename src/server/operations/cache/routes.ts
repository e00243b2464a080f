import { operationsContract as contract } from "../../../shared/operations/contract.ts";
import type { TagRoom } from "../../platform/cache/cache.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { OperationsDeps } from "../deps.ts";
import { clearTag } from "./clear-tag.ts";
import { listTags } from "./list-tags.ts";

const topic = "operations.cache-tags";

export function cacheRoutes(deps: OperationsDeps): Route[] {
  const { cache, ready, company } = deps;
  company.answer(topic, () => cache.listTags());
  return [
    route(contract.getCacheState, async () => {
      const { redis = null, bus = null, ...own } = cache.stats();
      return { ...own, redis, bus, ready: ready.stats() };
    }),
    route(contract.listCacheTags, async () => {
      const { items, total } = listTags(await company.askAll<TagRoom[]>(topic));
      const titles = await deps.nameTags(items.map(({ tag }) => tag));
      return { items: items.map((item) => ({ ...item, title: titles.get(item.tag) ?? null })), total };
    }),
    route(contract.clearCache, ({ actor, body }) => clearTag(deps, actor, body.tag)),
  ];
}
