import { useState } from "react";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { AuditEntry } from "../../../shared/operations/audit-contract.ts";
import { auditExportAddress, listAuditEntries } from "../../api/operations.ts";
import { Button, ButtonLink } from "../../design-system/button.tsx";
import type { TableColumn } from "../../design-system/data-table.tsx";
import { EmptyState } from "../../design-system/empty-state.tsx";
import { operationsMessages } from "../../i18n/operations.ts";
import { PagedTable } from "../frame/paged-table.tsx";
import { usePagedList } from "../frame/use-paged-list.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { useSettled } from "../frame/use-settled.ts";
import { AuditFilters, type ChosenFilters, filterOf } from "./audit-filters.tsx";
import { Moment } from "./moment.tsx";

/** Who did what to which thing, the newest first. */
export function AuditPage() {
  const language = useStudioLanguage();
  const all = operationsMessages[language];
  const words = all.audit;
  const [chosen, setChosen] = useState<ChosenFilters>({});
  const filter = useSettled(JSON.stringify(filterOf(chosen)));
  const query = JSON.parse(filter) as ReturnType<typeof filterOf>;
  const list = usePagedList(["audit", filter], async ({ cursor, signal }) => ({
    ...(await listAuditEntries({ query: { ...query, limit: 50, ...(cursor ? { cursor } : {}) }, signal })),
    total: 0,
  }));
  const search = new URLSearchParams(query as Record<string, string>).toString();
  return (
    <section className="stack" aria-labelledby="audit-title">
      <div className="cluster cluster-between">
        <h2 id="audit-title">{all.tabs.audit}</h2>
        <ButtonLink href={search ? `${auditExportAddress}?${search}` : auditExportAddress} size="small" download>
          {words.exportCsv}
        </ButtonLink>
      </div>
      <p className="muted">
        {words.lead} {words.exportHint}
      </p>
      <AuditFilters chosen={chosen} onChange={setChosen} />
      <PagedTable
        list={list}
        caption={words.caption}
        columns={columnsIn(language, (actor) => setChosen({ ...chosen, actor }))}
        empty={<EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>}
      />
    </section>
  );
}

type OnActor = (actor: NonNullable<ChosenFilters["actor"]>) => void;

function columnsIn(language: Language, onActor: OnActor): TableColumn<AuditEntry>[] {
  const { columns } = operationsMessages[language].audit;
  return [
    { key: "at", header: columns.at, cell: ({ at }) => <Moment at={at} /> },
    { key: "action", header: columns.action, isRowHeader: true, cell: ({ action }) => <code>{action}</code> },
    { key: "actor", header: columns.actor, cell: (entry) => <ActorCell entry={entry} onActor={onActor} /> },
    {
      key: "subject",
      header: columns.subject,
      cell: ({ subjectType, subjectId }) => (
        <>
          {subjectType} <code className="small muted">{subjectId}</code>
        </>
      ),
    },
    {
      key: "details",
      header: columns.details,
      cell: ({ details }) =>
        Object.keys(details).length > 0 && <code className="small wide-cell">{JSON.stringify(details)}</code>,
    },
  ];
}

function ActorCell({ entry: { actorId, actorName }, onActor }: { entry: AuditEntry; onActor: OnActor }) {
  const words = operationsMessages[useStudioLanguage()].audit;
  if (actorId === null) return <span className="muted">{words.system}</span>;
  const name = actorName ?? words.unknownPerson;
  return (
    <Button
      size="small"
      variant="quiet"
      onClick={() => onActor({ id: actorId, name })}
      aria-label={words.onlyActor(name)}
    >
      {name}
    </Button>
  );
}
