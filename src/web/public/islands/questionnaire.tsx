import { createRoot } from "react-dom/client";
import { type Language, readText } from "../../../shared/kernel/locale.ts";
import type { PublishedQuestionnaire } from "../../../shared/questionnaires/questionnaire.ts";
import { runnerMessages } from "../../i18n/runner.ts";
import { copyKey, deviceCopies } from "../../widgets/questionnaire/local-copy.ts";
import { responseServer } from "../../widgets/questionnaire/response-server.ts";
import { ResponseStore } from "../../widgets/questionnaire/response-store.ts";
import { Runner, type RunnerLinks } from "../../widgets/questionnaire/runner.tsx";
import { accountPath, questionnairePath, signInPath, workshopPath, workshopsPath } from "../addresses.ts";

/** What the page hands over. */
interface PageData {
  questionnaire: PublishedQuestionnaire;
  language: Language;
  /** Who is signed in, so that two people on one device do not meet each other's answers. */
  personId: string | null;
}

const root = document.getElementById("questionnaire");
const data = document.getElementById("questionnaire-props")?.textContent;
if (!root || !data) throw new Error("the page has no place, or no data, for the questionnaire");

const { questionnaire, language, personId } = JSON.parse(data) as PageData;
const isForAnyone = questionnaire.audience === "anyone" && questionnaire.identityMode === "anonymous";
const store = new ResponseStore({
  questionnaire,
  language,
  copies: deviceCopies(copyKey(questionnaire.id, isForAnyone ? null : personId), localStorage),
  server: responseServer(questionnaire.id),
  now: () => new Date(),
});
createRoot(root).render(
  <Runner store={store} language={language} links={linksOf(questionnaire)} onLanguage={rememberLanguage} />,
);

function linksOf({ id, workshop }: PublishedQuestionnaire): RunnerLinks {
  return {
    signIn: (reader) => signInPath(reader, questionnairePath(reader, id)),
    register: (reader) => accountPath(reader, "register", { return: questionnairePath(reader, id) }),
    wayOn: (reader) => {
      const words = runnerMessages[reader].thanks;
      const slug = workshop?.slugs[reader] ?? workshop?.slugs.en ?? workshop?.slugs.pl;
      if (!slug || !readText(workshop?.title, reader)) return { href: workshopsPath(reader), label: words.toProgramme };
      return { href: workshopPath(reader, slug), label: words.toWorkshop };
    },
  };
}

/** The address says the language, so that a reload keeps it. */
function rememberLanguage(reader: Language): void {
  window.history.replaceState(window.history.state, "", questionnairePath(reader, questionnaire.id));
}
