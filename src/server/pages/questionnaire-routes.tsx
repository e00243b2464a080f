import { AppError } from "../../shared/kernel/error.ts";
import { Id } from "../../shared/kernel/id.ts";
import { type Language, readText } from "../../shared/kernel/locale.ts";
import type { PublishedQuestionnaire } from "../../shared/questionnaires/questionnaire.ts";
import { answeringMessages } from "../../web/i18n/answering.ts";
import { questionnairePath } from "../../web/public/addresses.ts";
import { type AnswerState, QuestionnairePage } from "../../web/public/questionnaire-page.tsx";
import type { PageRoute } from "../platform/http/page-route.ts";
import type { PageDeps } from "./deps.ts";

/** The page that carries a questionnaire's runner: kept for anonymous readers, and made for each who is signed in. */
export function questionnaireRoutes(deps: PageDeps): PageRoute[] {
  return [
    {
      method: "GET",
      path: "/:language/questionnaires/:id",
      address: ({ language, params }) => questionnairePath(language, readId(params.id)),
      make: async ({ language, params }) => {
        const id = readId(params.id);
        const body = await render(deps, { id, language, personId: null });
        return { body, contentType: "text/html; charset=utf-8", tags: await deps.questionnaires.shownTags(id) };
      },
      handleSignedIn: async ({ language, params, actor }) => {
        const personId = actor.kind === "person" ? actor.personId : null;
        return { html: await render(deps, { id: readId(params.id), language, personId }) };
      },
    },
  ];
}

/** @throws {AppError} not_found for what cannot be an id */
function readId(given: string | undefined): string {
  const id = Id.safeParse(given);
  if (!id.success) throw new AppError("not_found");
  return id.data.toLowerCase();
}

interface Reading {
  id: string;
  language: Language;
  personId: string | null;
}

async function render(deps: PageDeps, { id, language, personId }: Reading): Promise<string> {
  const questionnaire = await deps.questionnaires.getPublished(id);
  const state = answerState(questionnaire, { isSignedIn: personId !== null, now: deps.clock.now() });
  const { title, introduction } = questionnaire.content;
  const facts = {
    title: readText(title, language)?.text ?? answeringMessages[language].questionnaire,
    description: readText(introduction, language)?.text.slice(0, 300),
  };
  const url = questionnairePath(language, id);
  const body = (
    <QuestionnairePage language={language} questionnaire={questionnaire} state={state} personId={personId} />
  );
  return deps.renderer.page({ language, url, facts, body, ...(state === "open" ? { entry: "questionnaire" } : {}) });
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
