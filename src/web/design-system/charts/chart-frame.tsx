import type { ReactNode } from "react";
import type { Language } from "../../../shared/kernel/locale.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { type Count, countText } from "./suppression.ts";

/** What every chart shares. */
export interface ChartFrame {
  language: Language;
  title: ReactNode;
  /** The title as plain text, where it is more than that. */
  name?: string | undefined;
  headingLevel?: 2 | 3 | 4 | undefined;
  /** How many people answered; null when that itself is hidden. */
  total: Count;
  note?: ReactNode;
}

/** Tells the tables of several charts apart for those who cannot see what each stands below. */
export const tableCaption = ({ title, name, language }: ChartFrame): string =>
  name ?? (typeof title === "string" ? title : messagesFor(language).chart.showTable);

interface ChartFrameProps extends ChartFrame {
  hasSuppressed: boolean;
  /** The same figures as a table. */
  table: ReactNode;
  children: ReactNode;
}

/** The title, n, the picture, the same as a table, and what is hidden. */
export function ChartFrame(props: ChartFrameProps) {
  const { language, title, headingLevel = 3, total, note, hasSuppressed, table, children } = props;
  const words = messagesFor(language).chart;
  const Heading = `h${headingLevel}` as const;
  return (
    <figure className="chart">
      <figcaption className="chart-caption">
        <Heading className="chart-title">{title}</Heading>
        <span className="chart-total">{words.total(countText(language, total))}</span>
      </figcaption>
      {total === 0 ? <p className="chart-empty">{words.noData}</p> : <div className="chart-body">{children}</div>}
      {hasSuppressed && <p className="chart-note">{words.suppressedNote}</p>}
      {note && <p className="chart-note">{note}</p>}
      {total !== 0 && (
        <details className="chart-details">
          <summary>{words.showTable}</summary>
          {table}
        </details>
      )}
    </figure>
  );
}
