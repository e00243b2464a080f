import type { Results } from "../../shared/analysis/contract.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { rulesOf } from "../../shared/questionnaires/question-kinds.ts";
import type { QuestionKind, QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { resultsEntry } from "./cache.ts";
import type { AnalysisDeps } from "./deps.ts";
import { joinVersions } from "./join-versions.ts";
import { orderSalt } from "./keyed-secret.ts";
import { makeDueRelease } from "./make-release.ts";
import { authoriseResults } from "./policy.ts";
import { presentResults } from "./present-results.ts";
import { findRelease, listTexts, listVersions } from "./queries.ts";
import type { ReleaseRow, TextRow } from "./tables.ts";

/** The results as of the current release, made now when one is due. @throws {AppError} not_signed_in | not_found */
export async function getResults(deps: AnalysisDeps, actor: Actor, questionnaireId: string): Promise<Results> {
  await authoriseResults(deps, actor, { permission: "responses.readAggregated", questionnaireId });
  const { key, options } = resultsEntry(deps.questionnaires, questionnaireId);
  return deps.cache.getOrSet(key, options, () => load(deps, questionnaireId));
}

async function load(deps: AnalysisDeps, questionnaireId: string): Promise<Results> {
  const versions = await listVersions(deps.db, questionnaireId);
  if (versions.length === 0) throw new AppError("not_found", { questionnaireId });
  await makeDueRelease(deps, questionnaireId);
  const release = await findRelease(deps.db, questionnaireId);
  const content = joinVersions(versions);
  const texts = release ? await openAnswers(deps, questionnaireId, { content, release }) : new Map();
  return presentResults({ questionnaireId, content, release, texts });
}

/** Open answers are read live: a withdrawn one is gone at once. */
async function openAnswers(
  { db, appSecret }: AnalysisDeps,
  questionnaireId: string,
  { content, release }: { content: QuestionnaireContent; release: ReleaseRow },
): Promise<Map<string, TextRow[]>> {
  const texts = new Map<string, TextRow[]>();
  for (const { code, kind } of content.sections.flatMap(({ questions }) => questions)) {
    const figures = Object.hasOwn(release.figures, code) ? release.figures[code] : undefined;
    if (!figures || figures.isSuppressed || rulesOf<QuestionKind>(kind).resultForm !== "texts") continue;
    const salt = orderSalt(appSecret, questionnaireId, code);
    texts.set(code, await listTexts(db, questionnaireId, { code, throughRelease: figures.basis, salt }));
  }
  return texts;
}
