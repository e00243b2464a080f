import type { ReactNode } from "react";
import { Button } from "../../design-system/button.tsx";
import { DataTable, type TableColumn } from "../../design-system/data-table.tsx";
import { Skeleton } from "../../design-system/skeleton.tsx";
import { messagesFor } from "../../i18n/messages.ts";
import { studioMessages } from "../../i18n/studio.ts";
import { FailureNotice } from "./route-failure.tsx";
import type { PagedList } from "./use-paged-list.ts";
import { useStudioLanguage } from "./use-profile.ts";

export interface PagedTableProps<Item extends { id: string }> {
  list: PagedList<Item>;
  /** Names the table and says how long it is, such as "12 workshops". */
  caption: string;
  columns: readonly TableColumn<Item>[];
  /** What is shown instead of a table when there is nothing at all. */
  empty: ReactNode;
}

/** A list in all its states: on its way, failed, empty, and growing. */
export function PagedTable<Item extends { id: string }>({ list, caption, columns, empty }: PagedTableProps<Item>) {
  const language = useStudioLanguage();
  if (list.error && !list.items) return <FailureNotice error={list.error} onRetry={list.reload} />;
  if (!list.items) return <Skeleton label={messagesFor(language).loading} shape="table" lines={6} />;
  if (list.items.length === 0) return empty;
  return (
    <div className="stack">
      <DataTable caption={caption} columns={columns} rows={list.items} rowKey={(item) => item.id} />
      {list.hasMore && (
        <Button onClick={list.loadMore} isLoading={list.isLoadingMore}>
          {studioMessages[language].more}
        </Button>
      )}
    </div>
  );
}
