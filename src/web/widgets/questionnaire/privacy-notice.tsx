import type { Language } from "../../../shared/kernel/locale.ts";
import type { PublishedQuestionnaire } from "../../../shared/questionnaires/questionnaire.ts";
import { runnerMessages } from "../../i18n/runner.ts";

/** What is kept of the answers and what is not, before the first of them is given. */
export function PrivacyNotice({
  questionnaire,
  language,
}: {
  questionnaire: PublishedQuestionnaire;
  language: Language;
}) {
  const words = runnerMessages[language].privacy;
  const isAnonymous = questionnaire.identityMode === "anonymous";
  return (
    <details className="questionnaire-privacy" open={isAnonymous}>
      <summary>{isAnonymous ? words.anonymousTitle : words.identifiedTitle}</summary>
      <p>{isAnonymous ? words.anonymous : words.identified}</p>
      {isAnonymous && questionnaire.audience !== "anyone" && <p>{words.anonymousInvited}</p>}
      <p>{words.device}</p>
    </details>
  );
}
