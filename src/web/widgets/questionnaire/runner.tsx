import { useEffect, useState, useSyncExternalStore } from "react";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { PublishedQuestionnaire } from "../../../shared/questionnaires/questionnaire.ts";
import { ButtonLink } from "../../design-system/button.tsx";
import { Notice } from "../../design-system/notice.tsx";
import { runnerMessages } from "../../i18n/runner.ts";
import { ClosingPage, SubmittingPage, ThanksPage, WithdrawnPage } from "./closing-pages.tsx";
import { PrivacyNotice } from "./privacy-notice.tsx";
import { QuestionnaireForm } from "./questionnaire-form.tsx";
import type { ResponseStore } from "./response-store.ts";
import type { RunnerState } from "./runner-state.ts";
import { RunnerStatus } from "./runner-status.tsx";

/** Addresses outside the questionnaire, in the reader's language. */
export interface RunnerLinks {
  signIn(language: Language): string;
  register(language: Language): string;
  /** The workshop, or all of them. */
  wayOn(language: Language): { href: string; label: string };
}

export interface RunnerProps {
  store: ResponseStore;
  language: Language;
  onLanguage: (language: Language) => void;
  links: RunnerLinks;
}

/** The runner as participants meet it: the form while it is to be filled in, and the pages around it. */
export function Runner({ store, language: first, onLanguage, links }: RunnerProps) {
  const state = useSyncExternalStore(store.subscribe, store.snapshot);
  const [language, setLanguage] = useState(first);
  useEffect(() => store.start(), [store]);
  const speak = (next: Language) => {
    store.speak(next);
    setLanguage(next);
    onLanguage(next);
  };
  return (
    <div lang={language}>
      <Phase state={state} store={store} language={language} links={links} onLanguage={speak} />
    </div>
  );
}

function Phase({ state, store, language, links, onLanguage }: RunnerProps & { state: RunnerState }) {
  const words = runnerMessages[language].phases;
  const { phase, questionnaire } = state;
  switch (phase) {
    case "opening":
      return <p className="muted questionnaire-opening">{words.openingText}</p>;
    case "answering":
      return <Answering state={state} store={store} language={language} links={links} onLanguage={onLanguage} />;
    case "submitting": {
      const isOffline = state.saving.state === "offline";
      return <SubmittingPage language={language} isOffline={isOffline} onReconsider={store.reconsider} />;
    }
    case "submitted":
      return (
        <ThanksPage
          questionnaire={questionnaire}
          language={language}
          onWithdraw={store.withdraw}
          onStartAnew={store.startAnew}
          wayOn={links.wayOn(language)}
        />
      );
    case "withdrawn":
      return (
        <WithdrawnPage language={language} onAgain={mayAnswerAgain(questionnaire) ? store.startAnew : undefined} />
      );
    default:
      return (
        <ClosingPage title={words[`${phase}Title`]}>
          <p>{words[`${phase}Text`]}</p>
        </ClosingPage>
      );
  }
}

/** Who took part anonymously by invitation is on the list of those who did; nobody can tell which answers to replace. */
const mayAnswerAgain = ({ identityMode, audience, status }: PublishedQuestionnaire) =>
  status === "published" && (identityMode === "identified" || audience === "anyone");

function Answering({ state, store, language, links, onLanguage }: RunnerProps & { state: RunnerState }) {
  const { questionnaire, copy, saving } = state;
  const status = (
    <>
      <RunnerStatus
        language={language}
        offered={questionnaire.languages}
        onLanguage={onLanguage}
        saving={saving}
        savedAt={copy.savedAt}
      />
      <Notices state={state} language={language} links={links} />
    </>
  );
  return (
    <QuestionnaireForm
      content={questionnaire.content}
      language={language}
      answers={copy.answers}
      onAnswer={store.answer}
      sectionId={copy.sectionId}
      onSection={store.goTo}
      onSubmit={store.submit}
      seed={copy.seed}
      status={status}
      opening={<PrivacyNotice questionnaire={questionnaire} language={language} />}
    />
  );
}

function Notices({ state, language, links }: Pick<RunnerProps, "language" | "links"> & { state: RunnerState }) {
  const words = runnerMessages[language].phases;
  const { isSignedOut, isChanged, saving, refused, copy } = state;
  return (
    <>
      {isSignedOut && (
        <Notice
          tone="warning"
          isLive
          title={copy.revision > 0 ? words.signInAgainTitle : words.signInTitle}
          actions={
            <>
              <ButtonLink variant="primary" href={links.signIn(language)}>
                {words.signIn}
              </ButtonLink>
              {copy.revision === 0 && <ButtonLink href={links.register(language)}>{words.register}</ButtonLink>}
            </>
          }
        >
          <p>{copy.revision > 0 ? words.signInAgainText : words.signInText}</p>
        </Notice>
      )}
      {isChanged && (
        <Notice tone="info" isLive title={words.changedTitle}>
          <p>{words.changedText}</p>
        </Notice>
      )}
      {saving.state === "failed" && (
        <Notice tone="danger" isLive title={saving.problem || words.refusedTitle}>
          {refused.map(({ field, message }) => (
            <p key={field}>{message}</p>
          ))}
        </Notice>
      )}
    </>
  );
}
