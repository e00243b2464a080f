import { useQuery } from "@tanstack/react-query";
import { readText } from "../../../shared/kernel/locale.ts";
import type { CachedTag } from "../../../shared/operations/cache-contract.ts";
import type { CacheState } from "../../../shared/operations/contract.ts";
import { clearCache, getCacheState, listCacheTags } from "../../api/operations.ts";
import { Button } from "../../design-system/button.tsx";
import { DataTable } from "../../design-system/data-table.tsx";
import { DefinitionList } from "../../design-system/definition-list.tsx";
import { EmptyState } from "../../design-system/empty-state.tsx";
import { formatBytes, formatNumber } from "../../i18n/format.ts";
import { operationsMessages } from "../../i18n/operations.ts";
import { useAction } from "../frame/use-action.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { Asked } from "./asked.tsx";
import { ClearByName } from "./clear-by-name.tsx";

/** What the cache holds by tag, each to be cleared; and how the cache itself is. */
export function CachePage() {
  const language = useStudioLanguage();
  const all = operationsMessages[language];
  const words = all.cache;
  const state = useQuery({ queryKey: ["cache", "state"], queryFn: ({ signal }) => getCacheState({ signal }) });
  const tags = useQuery({ queryKey: ["cache", "tags"], queryFn: ({ signal }) => listCacheTags({ signal }) });
  return (
    <section className="stack" aria-labelledby="cache-title">
      <h2 id="cache-title">{all.tabs.cache}</h2>
      <Asked query={state}>{(data) => <StateList state={data} />}</Asked>
      <p className="muted">{words.lead}</p>
      <ClearByName />
      <Asked query={tags}>
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
          ) : (
            <DataTable
              caption={words.caption(total)}
              density="compact"
              rows={items}
              rowKey={({ tag, kind }) => `${kind} ${tag}`}
              columns={[
                { key: "tag", header: words.columns.tag, isRowHeader: true, cell: (tag) => <TagName tag={tag} /> },
                {
                  key: "size",
                  header: words.columns.size,
                  isNumeric: true,
                  cell: ({ bytes, entries }) => (
                    <>
                      {formatBytes(language, bytes)}
                      <small className="row-detail">
                        {words.columns.entries}: {formatNumber(language, entries)}
                      </small>
                    </>
                  ),
                },
                { key: "action", header: words.columns.action, cell: (tag) => <ClearCell tag={tag} /> },
              ]}
            />
          )
        }
      </Asked>
    </section>
  );
}

/** What a tag is about, where it is about a workshop: its own name tells nobody. */
function TagName({ tag: { tag, title } }: { tag: CachedTag }) {
  const shown = readText(title ?? undefined, useStudioLanguage());
  return (
    <>
      <code>{tag}</code>
      {shown && (
        <small className="row-detail" lang={shown.language}>
          {shown.text}
        </small>
      )}
    </>
  );
}

function ClearCell({ tag: { tag, canBeCleared } }: { tag: CachedTag }) {
  const words = operationsMessages[useStudioLanguage()].cache;
  const clear = useAction({
    act: () => clearCache({ body: { tag } }),
    outdates: "cache",
    done: () => words.cleared(tag),
  });
  if (!canBeCleared) return <span className="muted small">{words.ownOnly}</span>;
  return (
    <Button size="small" isLoading={clear.isPending} onClick={() => clear.mutate(undefined)}>
      {words.clear}
      <span className="visually-hidden">: {tag}</span>
    </Button>
  );
}

function StateList({ state: { kinds, memory, redis, bus, ready } }: { state: CacheState }) {
  const language = useStudioLanguage();
  const words = operationsMessages[language].cache;
  const whole = (value: number) => formatNumber(language, value);
  const counts = Object.values(kinds);
  const found = counts.reduce((sum, { hits, stale }) => sum + hits + stale, ready.answered);
  const asked = counts.reduce((sum, { misses }) => sum + misses, found);
  const evicted = memory.evictions > 0 ? `, ${words.evicted(whole(memory.evictions))}` : "";
  return (
    <DefinitionList
      items={[
        { term: words.found, description: words.foundOf(whole(found), whole(asked)) },
        {
          term: words.memory,
          description:
            words.memoryOf(formatBytes(language, memory.bytes), formatBytes(language, memory.maxBytes)) + evicted,
        },
        { term: words.ready, description: words.readyOf(ready.entries, formatBytes(language, ready.bytes)) },
        { term: words.redis, description: redis ? words.redisStates[redis.circuit] : words.noRedis },
        ...(bus ? [{ term: words.bus, description: words.busStates[bus.isListening ? "yes" : "no"] }] : []),
      ]}
    />
  );
}
