import type { Cell } from "../../../shared/analysis/contract.ts";
import { type Language, readText } from "../../../shared/kernel/locale.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { resultsMessages } from "../../i18n/results.ts";

/** The figures of one question; a table that spreadsheets open in the right encoding and never run as formulas. */
export function figureCsv(cells: readonly Cell[], language: Language): string {
  const { columns } = resultsMessages[language];
  const hidden = messagesFor(language).chart.suppressed;
  const rows = cells.map(({ code, label, count, share }) => [
    readText(label, language)?.text ?? code,
    count === null ? hidden : String(count),
    share === null ? "" : String(Math.round(share * 10_000) / 10_000),
  ]);
  const lines = [[columns.answer, columns.count, columns.share], ...rows];
  return `\ufeff${lines.map((line) => line.map(cellText).join(",")).join("\r\n")}\r\n`;
}

function cellText(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
