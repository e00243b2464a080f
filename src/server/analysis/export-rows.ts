import { stringify } from "csv-stringify/sync";
import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { record } from "../audit/index.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { keyedHash } from "../platform/crypto/token.ts";
import { spreadsheetCell } from "../platform/csv/spreadsheet-cell.ts";
import { createBreather } from "./breather.ts";
import type { AnalysisDeps } from "./deps.ts";
import { type ExportColumn, exportColumns, type Labels } from "./export-columns.ts";
import { joinVersions } from "./join-versions.ts";
import { pseudonym } from "./keyed-secret.ts";
import { allResponses, makeDueRelease } from "./make-release.ts";
import { authoriseResults } from "./policy.ts";
import { findRelease, listVersions } from "./queries.ts";
import { threshold } from "./releases.ts";
import type { ResponseRow } from "./tables.ts";

export interface ExportInput {
  questionnaireId: string;
  lang: Language;
  labels: Labels;
}

export interface ExportFile {
  filename: string;
  csv: string;
}

/** Makes spreadsheets read the file as UTF-8. */
const byteOrderMark = "\uFEFF";
const rowsAtATime = 100;

/**
 * The responses of the current release, without names, addresses or times, in an order that tells nothing. Every export is
 * in the audit log. @throws {AppError} not_signed_in | not_found | too_few_respondents
 */
export async function exportRows(deps: AnalysisDeps, actor: Actor, input: ExportInput): Promise<ExportFile> {
  const { db, clock, appSecret } = deps;
  const { questionnaireId, lang, labels } = input;
  const person = await authoriseResults(deps, actor, { permission: "responses.readRows", questionnaireId });
  const versions = await listVersions(db, questionnaireId);
  if (versions.length === 0) throw new AppError("not_found", { questionnaireId });
  await makeDueRelease(deps, questionnaireId);
  const release = await findRelease(db, questionnaireId);
  const rows = release ? await allResponses(db, questionnaireId, release.number) : [];
  if (rows.length < threshold) throw new AppError("too_few_respondents", { threshold });
  const columns = exportColumns(joinVersions(versions), { language: lang, labels });
  const keyOf = (row: ResponseRow) => keyedHash(appSecret, `row:${questionnaireId}:${row.id}`);
  const csv = await toCsv(rows, { columns, keyOf, nameOf: (row) => pseudonym(appSecret, questionnaireId, row.id) });
  await record(db, {
    actorId: person.personId,
    action: "responses.exported",
    subjectType: "questionnaire",
    subjectId: questionnaireId,
    details: { release: release?.number, rows: rows.length, language: lang, labels },
    at: clock.now(),
  });
  return { filename: `responses-${questionnaireId}.csv`, csv };
}

interface Layout {
  columns: readonly ExportColumn[];
  keyOf(row: ResponseRow): string;
  nameOf(row: ResponseRow): string;
}

async function toCsv(rows: readonly ResponseRow[], { columns, keyOf, nameOf }: Layout): Promise<string> {
  const breathe = createBreather();
  const keyed: { key: string; row: ResponseRow }[] = [];
  for (const row of rows) {
    await breathe();
    keyed.push({ key: keyOf(row), row });
  }
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const parts = [
    byteOrderMark,
    stringify([["respondent", "language", ...columns.map(({ heading }) => spreadsheetCell(heading))]]),
  ];
  let lines: string[][] = [];
  for (const { row } of keyed) {
    lines.push([nameOf(row), row.language, ...columns.map(({ read }) => spreadsheetCell(read(row.answers)))]);
    if (lines.length === rowsAtATime) {
      parts.push(stringify(lines));
      lines = [];
    }
    await breathe();
  }
  return [...parts, stringify(lines)].join("");
}
