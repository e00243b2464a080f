import { AppError } from "../../shared/kernel/error.ts";
import { Id } from "../../shared/kernel/id.ts";
import { readText } from "../../shared/kernel/locale.ts";
import type { PublishedQuestionnaire } from "../../shared/questionnaires/questionnaire.ts";
import { answeringMessages } from "../../web/i18n/answering.ts";
import { type AnswerState, QuestionnairePage } from "../../web/public/questionnaire-page.tsx";
import type { PageAnswer, PageContext, PageRoute } from "../platform/http/page-route.ts";
import type { PageDeps } from "./deps.ts";

/** The page that carries a questionnaire's runner. */
export function questionnaireRoutes(deps: PageDeps): PageRoute[] {
  return [{ method: "GET", path: "/:language/questionnaires/:id", handle: (context) => show(deps, context) }];
}

async function show(deps: PageDeps, { params, language, url, actor }: PageContext): Promise<PageAnswer> {
  const id = Id.safeParse(params.id);
  if (!id.success) throw new AppError("not_found");
  const questionnaire = await deps.questionnaires.getPublished(id.data);
  const personId = actor.kind === "person" ? actor.personId : null;
  const state = answerState(questionnaire, { isSignedIn: personId !== null, now: deps.clock.now() });
  const { title, introduction } = questionnaire.content;
  const facts = {
    title: readText(title, language)?.text ?? answeringMessages[language].questionnaire,
    description: readText(introduction, language)?.text.slice(0, 300),
  };
  const page = { language, questionnaire, state, personId };
  const body = <QuestionnairePage {...page} />;
  return {
    html: deps.renderer.page({ language, url, facts, body, ...(state === "open" ? { entry: "questionnaire" } : {}) }),
  };
}

function answerState(
  { status, opensAt, closesAt, audience, identityMode }: PublishedQuestionnaire,
  { isSignedIn, now }: { isSignedIn: boolean; now: Date },
): AnswerState {
  if (status === "closed" || (closesAt !== null && new Date(closesAt) <= now)) return "closed";
  if (opensAt !== null && now < new Date(opensAt)) return "not_yet";
  const isForAnyone = audience === "anyone" && identityMode === "anonymous";
  return isForAnyone || isSignedIn ? "open" : "sign_in";
}
