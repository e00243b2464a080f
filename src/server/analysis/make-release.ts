import type { Db, Tx } from "../platform/db/database.ts";
import { dropResults } from "./cache.ts";
import { computeResults, takenDown } from "./compute-results.ts";
import type { AnalysisDeps } from "./deps.ts";
import type { Figures } from "./figures.ts";
import { joinVersions } from "./join-versions.ts";
import { secretOfQuestion } from "./keyed-secret.ts";
import * as queries from "./queries.ts";
import { mayFollow, withdrawalGraceDays } from "./releases.ts";
import type { DepartedRow, ReleaseRow, ResponseRow } from "./tables.ts";

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

async function makeRelease({ clock, cache, appSecret }: AnalysisDeps, tx: Tx, questionnaireId: string): Promise<void> {
  const last = await queries.findRelease(tx, questionnaireId);
  const versions = await queries.listVersions(tx, questionnaireId);
  if (versions.length === 0) return;
  const departed = await queries.listDeparted(tx, questionnaireId);
  const rows = await allResponses(tx, questionnaireId);
  const number = (last?.number ?? 0) + 1;
  const figures = await computeResults({
    joined: joinVersions(versions),
    contents: new Map(versions.map((version) => [version.number, version.content])),
    rows,
    held: last?.figures ?? {},
    number,
    secretOf: (code) => secretOfQuestion(appSecret, questionnaireId, code),
    hasDeparted: (basis) => departed.some((row) => wasIn(row, basis)),
  });
  const newcomers = rows.filter(({ enteredIn }) => enteredIn === null).map(({ id }) => id);
  const release: ReleaseRow = { number, respondents: rows.length, figures, releasedAt: clock.now() };
  await queries.insertRelease(tx, questionnaireId, { ...release, newcomers });
  dropResults(tx, cache, questionnaireId);
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

/** Whether figures as of the release contain the response. */
function wasIn({ enteredIn, leftIn }: DepartedRow, basis: number): boolean {
  return enteredIn <= basis && (leftIn === null || leftIn > basis);
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
