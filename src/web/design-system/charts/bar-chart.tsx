import { scaleLinear } from "d3-scale";
import type { Language } from "../../../shared/kernel/locale.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { DataTable, type TableColumn } from "../data-table.tsx";
import { ChartFrame, type ChartFrame as Frame, tableCaption } from "./chart-frame.tsx";
import { type ChartColor, type Count, countText, shareText } from "./suppression.ts";

export interface BarChartRow {
  key: string;
  label: string;
  /** The language of the label, when it is not the page's. */
  lang?: string | undefined;
  count: Count;
}

export interface BarChartProps extends Frame {
  rows: readonly BarChartRow[];
  color?: ChartColor | undefined;
}

/** Answers to a choice: one bar each against all who answered, so that lengths compare between questions. */
export function BarChart({ rows, color = 1, ...frame }: BarChartProps) {
  const { language, total } = frame;
  const width = scaleLinear([0, Math.max(total ?? 0, ...rows.map((row) => row.count ?? 0), 1)], [0, 100]);
  return (
    <ChartFrame
      {...frame}
      hasSuppressed={total === null || rows.some((row) => row.count === null)}
      table={<BarTable frame={frame} rows={rows} />}
    >
      <ul className="chart-rows">
        {rows.map((row) => (
          <li key={row.key} className="chart-row">
            <span className="chart-row-label" lang={row.lang}>
              {row.label}
            </span>
            {row.count === null ? (
              <span className="chart-row-bar chart-suppressed" />
            ) : (
              <svg className="chart-row-bar" aria-hidden="true">
                <rect className={`chart-fill-${color}`} width={`${width(row.count)}%`} height="100%" />
              </svg>
            )}
            <span className="chart-row-count">{countText(language, row.count)}</span>
            <span className="chart-row-share">{shareText(language, row.count, total)}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

function BarTable({ frame, rows }: { frame: Frame; rows: readonly BarChartRow[] }) {
  const { language, total } = frame;
  return (
    <DataTable
      caption={tableCaption(frame)}
      isCaptionHidden
      density="compact"
      columns={countColumns(language, total)}
      rows={rows}
      rowKey={(row) => row.key}
    />
  );
}

function countColumns(language: Language, total: Count): TableColumn<BarChartRow>[] {
  const words = messagesFor(language).chart;
  return [
    {
      key: "label",
      header: words.answer,
      isRowHeader: true,
      cell: (row) => <span lang={row.lang}>{row.label}</span>,
    },
    {
      key: "count",
      header: words.count,
      isNumeric: true,
      cell: (row) => (row.count === null ? words.suppressed : countText(language, row.count)),
    },
    { key: "share", header: words.share, isNumeric: true, cell: (row) => shareText(language, row.count, total) },
  ];
}
