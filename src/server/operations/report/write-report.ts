import type { Language } from "../../../shared/kernel/locale.ts";
import { composeLetter } from "../../platform/mail/compose.ts";
import { nameOf } from "../alerts/messages.ts";
import type { ReportFigures } from "./gather.ts";
import type { ReportTexts } from "./texts.ts";
import { en } from "./texts-en.ts";
import { pl } from "./texts-pl.ts";

const texts: Record<Language, ReportTexts> = { en, pl };
const longestStatement = 120;
const bytesPerMegabyte = 1_000_000;

/** The report as a mail: a title and its lines for each subject. */
export function writeReport(figures: ReportFigures, { language, url }: { language: Language; url: string }) {
  const say = texts[language];
  const write = formats(language);
  const { alerts, at } = figures;
  const open = alerts.open.map((alert) => `${nameOf(alert, language)}, ${say.since(write.time(alert.raisedAt))}`);
  const paragraphs = [
    say.opening(write.time(at)),
    section(say.openAlerts(write.number(open.length)), open),
    say.resolvedAlerts(write.number(alerts.resolved)),
    section(say.requests, requestLines(figures, say, write)),
    section(say.slow, statementLines(figures, say, write), say.none),
    section(
      say.failedJobs,
      figures.failedJobs.map(({ name, count }) => `${name}: ${write.number(count)}`),
      say.none,
    ),
    section(say.backup, [backupLine(figures, say, write)]),
    ...indexParts(figures, say, write),
    section(say.growth, tableLines(figures, say, write), say.none),
  ];
  const letter = composeLetter({ language, paragraphs, action: { label: say.action, url }, closing: [say.closing] });
  return { subject: say.subject(write.number(open.length)), language, ...letter };
}

function formats(language: Language) {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const change = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: "always" });
  const share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const time = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  return {
    number: number.format,
    change: change.format,
    share: share.format,
    time: (moment: Date) => `${time.format(moment)} UTC`,
  };
}

type Formats = ReturnType<typeof formats>;

function section(title: string, lines: string[], whenEmpty?: string): string {
  const shown = lines.length === 0 && whenEmpty !== undefined ? [whenEmpty] : lines;
  return [title, ...shown.map((line) => `- ${line}`)].join("\n");
}

function requestLines({ readings: { requests, cache } }: ReportFigures, say: ReportTexts, write: Formats): string[] {
  const isAsked = requests.p95Ms !== null;
  return [
    say.errorRate(isAsked ? write.share(requests.errorRate) : say.unknown),
    say.p95(requests.p95Ms === null ? say.unknown : `${write.number(requests.p95Ms)} ms`),
    say.hitRate(cache.hitRate === null ? say.unknown : write.share(cache.hitRate)),
  ];
}

function statementLines({ statements }: ReportFigures, say: ReportTexts, write: Formats): string[] {
  if (statements.state !== "counted") return [say.notCounted];
  return statements.items.map(({ text, calls, meanMs }) => {
    const short = text.replace(/\s+/g, " ").slice(0, longestStatement);
    return `${short} (${say.calls(write.number(calls), write.number(meanMs))})`;
  });
}

function backupLine({ backup }: ReportFigures, say: ReportTexts, write: Formats): string {
  return backup ? say.backupAt(write.time(backup.finishedAt), backup.verifiedAt !== null) : say.noBackup;
}

function indexParts({ indexes }: ReportFigures, say: ReportTexts, write: Formats): string[] {
  if (!indexes) return [];
  const unused = indexes.unused.map(
    ({ name, table, bytes }) => `${name} (${table}), ${write.number(bytes / bytesPerMegabyte)} MB`,
  );
  return [section(say.unused, unused, say.none), section(say.lacking, indexes.lacking, say.none)];
}

function tableLines({ tables }: ReportFigures, say: ReportTexts, write: Formats): string[] {
  return tables.map(({ name, rows, bytes, moreRows, moreBytes }) => {
    const now = say.table(write.number(rows), write.number(bytes / bytesPerMegabyte));
    if (moreRows === null || moreBytes === null) return `${name}: ${now}`;
    return `${name}: ${now}${say.grown(write.change(moreRows), write.change(moreBytes / bytesPerMegabyte))}`;
  });
}
