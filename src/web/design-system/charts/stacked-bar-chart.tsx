import { stack } from "d3-shape";
import { messagesFor } from "../../i18n/messages.ts";
import { DataTable } from "../data-table.tsx";
import { ChartFrame, type ChartFrame as Frame, tableCaption } from "./chart-frame.tsx";
import { type ChartColor, type Count, countText } from "./suppression.ts";

export interface StackedBarSeries {
  key: string;
  label: string;
  lang?: string | undefined;
  color: ChartColor;
}

export interface StackedBarRow {
  key: string;
  label: string;
  lang?: string | undefined;
  /** Counts by the key of the series. One hidden count hides the row: the rest would give it away. */
  counts: Readonly<Record<string, Count>>;
}

export interface StackedBarChartProps extends Frame {
  series: readonly StackedBarSeries[];
  rows: readonly StackedBarRow[];
}

const isHidden = (row: StackedBarRow): boolean => Object.values(row.counts).some((count) => count === null);

const rowTotal = (row: StackedBarRow): number =>
  Object.values(row.counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);

/** Groups side by side, each split into the same answers and drawn to 100 %. */
export function StackedBarChart({ series, rows, ...frame }: StackedBarChartProps) {
  const { language, total } = frame;
  const words = messagesFor(language).chart;
  return (
    <ChartFrame
      {...frame}
      hasSuppressed={total === null || rows.some(isHidden)}
      table={
        <DataTable
          caption={tableCaption(frame)}
          isCaptionHidden
          density="compact"
          columns={[
            {
              key: "row label",
              header: words.group,
              isRowHeader: true,
              cell: (row: StackedBarRow) => <span lang={row.lang}>{row.label}</span>,
            },
            ...series.map((each) => ({
              key: each.key,
              header: <span lang={each.lang}>{each.label}</span>,
              isNumeric: true,
              cell: (row: StackedBarRow) =>
                isHidden(row) ? words.suppressed : countText(language, row.counts[each.key] ?? 0),
            })),
          ]}
          rows={rows}
          rowKey={(row) => row.key}
        />
      }
    >
      <Legend series={series} />
      <ul className="chart-rows">
        {rows.map((row) => (
          <li key={row.key} className="chart-row">
            <span className="chart-row-label" lang={row.lang}>
              {row.label}
            </span>
            {isHidden(row) ? (
              <span className="chart-row-bar chart-suppressed" />
            ) : (
              <Segments row={row} series={series} />
            )}
            <span className="chart-row-count">{countText(language, isHidden(row) ? null : rowTotal(row))}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}

function Segments({ row, series }: { row: StackedBarRow; series: readonly StackedBarSeries[] }) {
  const layers = stack<StackedBarRow, StackedBarSeries>()
    .keys([...series])
    .value((each, key) => each.counts[key.key] ?? 0)([row]);
  const percent = (value: number) => `${(value / Math.max(1, rowTotal(row))) * 100}%`;
  return (
    <svg className="chart-row-bar" aria-hidden="true">
      {layers.map((layer) => {
        const [from = 0, to = 0] = layer[0] ?? [];
        return (
          <rect
            key={layer.key.key}
            className={`chart-segment chart-fill-${layer.key.color}`}
            x={percent(from)}
            width={percent(to - from)}
            height="100%"
          />
        );
      })}
    </svg>
  );
}

function Legend({ series }: { series: readonly StackedBarSeries[] }) {
  return (
    <ul className="chart-legend">
      {series.map((each) => (
        <li key={each.key} className="chart-legend-item">
          <svg className="chart-legend-mark" aria-hidden="true">
            <rect className={`chart-fill-${each.color}`} width="100%" height="100%" />
          </svg>
          <span lang={each.lang}>{each.label}</span>
        </li>
      ))}
    </ul>
  );
}
