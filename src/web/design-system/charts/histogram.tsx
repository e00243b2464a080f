import { scaleBand, scaleLinear } from "d3-scale";
import { useId } from "react";
import type { Language } from "../../../shared/kernel/locale.ts";
import { formatNumber } from "../../i18n/format.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { DataTable } from "../data-table.tsx";
import { ChartFrame, type ChartFrame as Frame, tableCaption } from "./chart-frame.tsx";
import { type Count, countText, shareText, suppressedMark } from "./suppression.ts";

export interface HistogramBin {
  /** Such as "7" for a point of a scale, or "20–29". */
  label: string;
  count: Count;
}

export interface HistogramProps extends Frame {
  bins: readonly HistogramBin[];
  /** What runs along the bottom, such as "0 = not at all, 10 = fully". */
  axisLabel?: string | undefined;
}

const height = { labels: 24, plot: 150, top: 18 };
const axisWidthPercent = 9;

/** How often each point of a scale, or each range of numbers, was given. */
export function Histogram({ bins, axisLabel, ...frame }: HistogramProps) {
  const words = messagesFor(frame.language).chart;
  const { language, total } = frame;
  return (
    <ChartFrame
      {...frame}
      hasSuppressed={total === null || bins.some((bin) => bin.count === null)}
      table={
        <DataTable
          caption={tableCaption(frame)}
          isCaptionHidden
          density="compact"
          columns={[
            { key: "label", header: words.answer, isRowHeader: true, cell: (bin) => bin.label },
            {
              key: "count",
              header: words.count,
              isNumeric: true,
              cell: (bin) => (bin.count === null ? words.suppressed : countText(language, bin.count)),
            },
            {
              key: "share",
              header: words.share,
              isNumeric: true,
              cell: (bin) => shareText(language, bin.count, total),
            },
          ]}
          rows={bins}
          rowKey={(bin) => bin.label}
        />
      }
    >
      <Plot language={language} bins={bins} />
      {axisLabel && <p className="chart-note">{axisLabel}</p>}
    </ChartFrame>
  );
}

/** Across in percent, so that the letters keep their size at any width; down in pixels. */
function Plot({ language, bins }: { language: Language; bins: readonly HistogramBin[] }) {
  const hatchId = useId();
  const x = scaleBand(
    bins.map((bin) => bin.label),
    [axisWidthPercent, 100],
  ).paddingInner(0.12);
  const y = scaleLinear([0, Math.max(1, ...bins.map((bin) => bin.count ?? 0))], [height.plot, 0]).nice(4);
  const base = height.top + height.plot;
  const every = labelStep(bins);
  return (
    <svg className="chart-plot" height={base + height.labels} aria-hidden="true">
      <defs>
        <pattern id={hatchId} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <line className="chart-hatch" x2="6" strokeWidth="2" />
        </pattern>
      </defs>
      <g className="chart-grid">
        {wholeTicks(y).map((tick) => (
          <g key={tick} transform={`translate(0 ${height.top + y(tick)})`}>
            <line x1={`${axisWidthPercent}%`} x2="100%" />
            <text x={`${axisWidthPercent - 2}%`} stroke="none" textAnchor="end" dominantBaseline="middle">
              {formatNumber(language, tick)}
            </text>
          </g>
        ))}
      </g>
      {bins.map((bin, index) => (
        <Bar
          key={bin.label}
          bin={bin}
          place={{ x: x(bin.label) ?? 0, width: x.bandwidth(), y: height.top + y(bin.count ?? 0), base }}
          look={{ hatchId, hasLabel: index % every === 0, text: countText(language, bin.count) }}
        />
      ))}
      <line className="chart-axis" x1={`${axisWidthPercent}%`} x2="100%" y1={base} y2={base} />
    </svg>
  );
}

interface BarProps {
  bin: HistogramBin;
  place: { x: number; width: number; y: number; base: number };
  look: { hatchId: string; hasLabel: boolean; text: string };
}

function Bar({ bin, place, look }: BarProps) {
  const isHidden = bin.count === null;
  const top = isHidden ? place.base - height.labels : place.y;
  const middle = `${place.x + place.width / 2}%`;
  return (
    <g>
      <rect
        className={isHidden ? undefined : "chart-fill-1"}
        fill={isHidden ? `url(#${look.hatchId})` : undefined}
        x={`${place.x}%`}
        width={`${place.width}%`}
        y={top}
        height={place.base - top}
      />
      {bin.count !== 0 && (
        <text className="chart-plot-value" x={middle} y={top - 6} textAnchor="middle">
          {isHidden ? suppressedMark : look.text}
        </text>
      )}
      {look.hasLabel && (
        <text x={middle} y={place.base + 16} textAnchor="middle">
          {bin.label}
        </text>
      )}
    </g>
  );
}

/** People are counted in whole numbers, so a tick at 0.5 would say nothing. */
const wholeTicks = (y: { ticks: (count: number) => number[] }): number[] => y.ticks(4).filter(Number.isInteger);

/** Shows every n-th label once they would no longer fit a phone. */
function labelStep(bins: readonly HistogramBin[]): number {
  const characters = bins.reduce((sum, bin) => sum + bin.label.length + 2, 0);
  return Math.max(1, Math.ceil(characters / 44));
}
