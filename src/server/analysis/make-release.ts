import type { Db, Tx } from "../platform/db/database.ts";
import { dropResults } from "./cache.ts";
import type { ReleaseTask } from "./compute-release.ts";
import { takenDown } from "./compute-results.ts";
import type { AnalysisDeps } from "./deps.ts";
import type { Figures } from "./figures.ts";
import { joinVersions } from "./join-versions.ts";
import { secretOfQuestion } from "./keyed-secret.ts";
import * as queries from "./queries.ts";
import { mayFollow, wasIn, withdrawalGraceDays } from "./releases.ts";
import type { ReleaseRow, ResponseRow, VersionRow } from "./tables.ts";

const dayMs = 86_400_000;
const pageSize = 1_000;

/** Lets new results out when the rules allow it, and takes down those that may no longer be shown. */
export async function makeDueRelease(deps: AnalysisDeps, questionnaireId: string): Promise<void> {
  const newcomers = await queries.countNewcomers(deps.db, questionnaireId);
  const departed = await queries.listDeparted(deps.db, questionnaireId);
  if (!mayFollow(newcomers) && departed.length === 0) return;
  await deps.db.transaction(async (tx) => {
    await queries.lockReleases(tx, questionnaireId);
    // Another process may have made the release while this one waited.
    if (mayFollow(await queries.countNewcomers(tx, questionnaireId))) await makeRelease(deps, tx, questionnaireId);
    await takeDownOverdue(deps, tx, questionnaireId);
  });
}

async function makeRelease(deps: AnalysisDeps, tx: Tx, questionnaireId: string): Promise<void> {
  const { clock, cache, computeRelease } = deps;
  const last = await queries.findRelease(tx, questionnaireId);
  const versions = await queries.listVersions(tx, questionnaireId);
  if (versions.length === 0) return;
  const departed = await queries.listDeparted(tx, questionnaireId);
  const pages = await responsePages(tx, questionnaireId);
  const number = (last?.number ?? 0) + 1;
  const secrets = secretsOf(deps, questionnaireId, versions);
  const held = last?.figures ?? {};
  const { newcomers, ...computed } = await computeRelease({ versions, pages, held, number, secrets, departed });
  const release: ReleaseRow = { number, ...computed, releasedAt: clock.now() };
  await queries.insertRelease(tx, questionnaireId, { ...release, newcomers });
  dropResults(tx, cache, questionnaireId);
}

function secretsOf({ appSecret }: AnalysisDeps, questionnaireId: string, versions: readonly VersionRow[]) {
  const codes = joinVersions(versions).sections.flatMap(({ questions }) => questions.map(({ code }) => code));
  return Object.fromEntries(codes.map((code) => [code, secretOfQuestion(appSecret, questionnaireId, code)]));
}

/** All submitted responses as bytes, which can be moved to another thread: whoever computes reads them. */
async function responsePages(tx: Tx, questionnaireId: string): Promise<ReleaseTask["pages"]> {
  const bytes = new TextEncoder();
  const pages: ReleaseTask["pages"] = [];
  for (let after: string | null = null; ; ) {
    const { json, count, last } = await queries.readResponses(tx, questionnaireId, { after, limit: pageSize });
    if (count > 0) pages.push(bytes.encode(json));
    if (count < pageSize) return pages;
    after = last;
  }
}

/** Takes down figures that still contain responses withdrawn longer ago than the time of grace. */
async function takeDownOverdue({ clock, cache }: AnalysisDeps, tx: Tx, questionnaireId: string): Promise<void> {
  const release = await queries.findRelease(tx, questionnaireId);
  if (!release) return;
  const cutoff = clock.now().getTime() - withdrawalGraceDays * dayMs;
  const departed = await queries.listDeparted(tx, questionnaireId);
  const overdue = departed.filter(({ departedAt }) => departedAt === null || departedAt.getTime() <= cutoff);
  const mustGo = (basis: number) => overdue.some((row) => wasIn(row, basis));
  if (!contains(release.figures, mustGo)) return;
  await queries.updateFigures(tx, questionnaireId, {
    number: release.number,
    figures: takenDown(release.figures, mustGo),
  });
  dropResults(tx, cache, questionnaireId);
}

const contains = (figures: Figures, mustGo: (basis: number) => boolean) =>
  Object.values(figures).some(({ basis, isSuppressed }) => !isSuppressed && mustGo(basis));

/** All submitted responses, page by page, so that no single answer of the database is large. */
export async function allResponses(db: Db, questionnaireId: string, throughRelease?: number): Promise<ResponseRow[]> {
  const rows: ResponseRow[] = [];
  for (;;) {
    const after = rows[rows.length - 1]?.id ?? null;
    const page = await queries.listResponses(db, questionnaireId, { after, limit: pageSize, throughRelease });
    for (const row of page) rows.push(row);
    if (page.length < pageSize) return rows;
  }
}
