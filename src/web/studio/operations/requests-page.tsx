import { useQuery } from "@tanstack/react-query";
import { listSlowRequests } from "../../api/operations.ts";
import { DataTable } from "../../design-system/data-table.tsx";
import { EmptyState } from "../../design-system/empty-state.tsx";
import { formatMilliseconds } from "../../i18n/format.ts";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { Asked } from "./asked.tsx";
import { Moment } from "./moment.tsx";
import { RemedyLink } from "./remedies.tsx";

/** The last answers that took too long, of all processes. */
export function RequestsPage() {
  const language = useStudioLanguage();
  const all = operationsMessages[language];
  const words = all.requests;
  const query = useQuery({
    queryKey: ["slow-requests"],
    queryFn: ({ signal }) => listSlowRequests({ signal }),
    refetchInterval: 10_000,
  });
  return (
    <section className="stack" aria-labelledby="requests-title">
      <h2 id="requests-title">{all.tabs.requests}</h2>
      <Asked query={query}>
        {({ slowerThanMs, items }) => (
          <>
            <p className="muted">{words.lead(formatMilliseconds(language, slowerThanMs))}</p>
            {items.length === 0 ? (
              <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
            ) : (
              <DataTable
                caption={words.caption(items.length)}
                density="compact"
                rows={items}
                rowKey={({ requestId, at }) => `${requestId} ${at}`}
                columns={[
                  {
                    key: "request",
                    header: words.columns.request,
                    isRowHeader: true,
                    cell: ({ method, url }) => (
                      <code className="wide-cell">
                        {method} {url}
                      </code>
                    ),
                  },
                  {
                    key: "took",
                    header: words.columns.took,
                    isNumeric: true,
                    cell: ({ milliseconds }) => formatMilliseconds(language, milliseconds),
                  },
                  { key: "status", header: words.columns.status, isNumeric: true, cell: ({ status }) => status },
                  { key: "at", header: words.columns.at, cell: ({ at }) => <Moment at={at} /> },
                  {
                    key: "reference",
                    header: words.columns.reference,
                    cell: ({ requestId }) => <code className="nowrap small">{requestId}</code>,
                  },
                ]}
              />
            )}
            <p className="muted">
              {words.remedy} <RemedyLink name="statements" />
            </p>
          </>
        )}
      </Asked>
    </section>
  );
}
