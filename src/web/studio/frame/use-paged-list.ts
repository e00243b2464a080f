import { useInfiniteQuery } from "@tanstack/react-query";
import type { Page } from "../../../shared/kernel/page.ts";

export interface PageRequest {
  cursor: string | undefined;
  signal: AbortSignal;
}

/** A list that grows page by page; `items` holds all that has come so far. */
export function usePagedList<Item>(queryKey: readonly unknown[], load: (request: PageRequest) => Promise<Page<Item>>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load({ cursor: pageParam, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  });
  return {
    items: query.data?.pages.flatMap((page) => page.items),
    total: query.data?.pages[0]?.total ?? 0,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}

export type PagedList<Item> = ReturnType<typeof usePagedList<Item>>;
