import { useQuery } from "@tanstack/react-query";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { DatabaseFigures, TableFigures } from "../../../shared/operations/database-contract.ts";
import { getDatabase } from "../../api/operations.ts";
import { Badge } from "../../design-system/badge.tsx";
import type { TableColumn } from "../../design-system/data-table.tsx";
import { formatBytes, formatNumber } from "../../i18n/format.ts";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { Asked } from "./asked.tsx";
import { LongTable } from "./long-table.tsx";
import { Moment, momentText } from "./moment.tsx";
import { Statements } from "./statements.tsx";

/** Which statements take the time, and what in the tables could be better. */
export function DatabasePage() {
  const language = useStudioLanguage();
  const all = operationsMessages[language];
  const query = useQuery({ queryKey: ["database"], queryFn: ({ signal }) => getDatabase({ signal }) });
  return (
    <div className="stack-loose">
      <Statements />
      <section className="stack">
        <h2>{all.database.tables}</h2>
        <Asked query={query}>{(figures) => <Tables figures={figures} />}</Asked>
      </section>
    </div>
  );
}

function Tables({ figures: { bytes, version, since, tables, unusedIndexes } }: { figures: DatabaseFigures }) {
  const language = useStudioLanguage();
  const words = operationsMessages[language].database;
  return (
    <>
      <p className="muted">{words.size(formatBytes(language, bytes), version)}</p>
      <LongTable
        caption={words.tables}
        isCaptionHidden
        density="compact"
        rows={tables}
        rowKey={({ name }) => name}
        columns={tableColumns(language)}
      />
      <p className="muted">{words.tablesRemedy}</p>
      <h2>{words.unused}</h2>
      <p className="muted">
        {unusedIndexes.length === 0 ? words.noUnused : words.unusedLead}{" "}
        {words.since(since && momentText(language, since))}
      </p>
      {unusedIndexes.length > 0 && (
        <LongTable
          caption={words.unused}
          isCaptionHidden
          density="compact"
          rows={unusedIndexes}
          rowKey={({ name }) => name}
          columns={[
            {
              key: "name",
              header: words.unusedColumns.name,
              isRowHeader: true,
              cell: ({ name }) => <code>{name}</code>,
            },
            { key: "table", header: words.unusedColumns.table, cell: ({ table }) => <code>{table}</code> },
            {
              key: "size",
              header: words.unusedColumns.size,
              isNumeric: true,
              cell: (index) => formatBytes(language, index.bytes),
            },
          ]}
        />
      )}
    </>
  );
}

function tableColumns(language: Language): TableColumn<TableFigures>[] {
  const { tableColumns: headers, wantsIndex, dead } = operationsMessages[language].database;
  const whole = (value: number) => formatNumber(language, value, 0);
  return [
    {
      key: "name",
      header: headers.name,
      isRowHeader: true,
      cell: (table) => (
        <>
          <code>{table.name}</code> {table.wantsIndex && <Badge tone="warning">{wantsIndex}</Badge>}
        </>
      ),
    },
    { key: "size", header: headers.size, isNumeric: true, cell: ({ bytes }) => formatBytes(language, bytes) },
    { key: "rows", header: headers.rows, isNumeric: true, cell: ({ rows }) => whole(rows) },
    {
      key: "dead",
      header: headers.dead,
      isNumeric: true,
      cell: ({ deadRows, deadBytes }) =>
        deadRows === 0 ? "0" : dead(whole(deadRows), formatBytes(language, deadBytes)),
    },
    { key: "whole", header: headers.whole, isNumeric: true, cell: ({ wholeReads }) => whole(wholeReads) },
    { key: "byIndex", header: headers.byIndex, isNumeric: true, cell: ({ indexReads }) => whole(indexReads) },
    { key: "vacuumed", header: headers.vacuumed, cell: ({ vacuumedAt }) => <Moment at={vacuumedAt} /> },
  ];
}
