import { type ReactNode, useEffect, useRef, useState } from "react";
import { type Language, readText } from "../../../shared/kernel/locale.ts";
import type { PublishedQuestionnaire } from "../../../shared/questionnaires/questionnaire.ts";
import type { ApiError } from "../../api/api-error.ts";
import { Button, ButtonLink } from "../../design-system/button.tsx";
import { Notice } from "../../design-system/notice.tsx";
import { messagesFor } from "../../i18n/messages.ts";
import { runnerMessages } from "../../i18n/runner.ts";
import { Localised } from "./localised.tsx";

/** A page instead of the questions, with a heading that takes the focus. */
export function ClosingPage({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "center" });
  }, []);
  return (
    <div className="questionnaire questionnaire-closing">
      <h2 ref={heading} tabIndex={-1} className="questionnaire-heading">
        {title}
      </h2>
      {children}
    </div>
  );
}

export interface ThanksPageProps {
  questionnaire: PublishedQuestionnaire;
  language: Language;
  onWithdraw: () => Promise<ApiError | undefined>;
  onStartAnew: () => void;
  /** Where to go from here. */
  wayOn: { href: string; label: string };
}

export function ThanksPage({ questionnaire, language, onWithdraw, onStartAnew, wayOn }: ThanksPageProps) {
  const words = runnerMessages[language].thanks;
  const { content, audience, identityMode } = questionnaire;
  const isOpenToAll = audience === "anyone" && identityMode === "anonymous";
  const thanks = readText(content.thanks, language);
  return (
    <ClosingPage title={words.title}>
      <p className="lead">{thanks ? <Localised text={content.thanks} language={language} /> : words.text}</p>
      <p>
        <ButtonLink href={wayOn.href}>{wayOn.label}</ButtonLink>
      </p>
      <Withdrawal language={language} isAnonymous={identityMode === "anonymous"} onWithdraw={onWithdraw} />
      {isOpenToAll && (
        <details className="questionnaire-aside">
          <summary>{words.another}</summary>
          <p>{words.anotherText}</p>
          <Button onClick={onStartAnew}>{words.another}</Button>
        </details>
      )}
    </ClosingPage>
  );
}

interface WithdrawalProps {
  language: Language;
  isAnonymous: boolean;
  onWithdraw: () => Promise<ApiError | undefined>;
}

/** What cannot be undone asks once. */
function Withdrawal({ language, isAnonymous, onWithdraw }: WithdrawalProps) {
  const words = runnerMessages[language].thanks;
  const [step, setStep] = useState<"closed" | "asking" | "waiting">("closed");
  const [problem, setProblem] = useState<ApiError>();
  const withdraw = async () => {
    setStep("waiting");
    const failure = await onWithdraw();
    setProblem(failure);
    if (failure) setStep("asking");
  };
  return (
    <details className="questionnaire-aside">
      <summary>{words.withdrawTitle}</summary>
      <p>{isAnonymous ? words.withdrawAnonymous : words.withdrawIdentified}</p>
      {step === "closed" ? (
        <Button onClick={() => setStep("asking")}>{words.withdraw}</Button>
      ) : (
        <Notice
          tone="warning"
          title={words.confirmTitle}
          isLive
          actions={
            <>
              <Button variant="danger" isLoading={step === "waiting"} onClick={() => void withdraw()}>
                {words.confirm}
              </Button>
              <Button onClick={() => setStep("closed")}>{words.keep}</Button>
            </>
          }
        >
          <p>{words.confirmText}</p>
        </Notice>
      )}
      {problem && <Notice tone="danger" isLive title={problemTitle(problem, language)} />}
    </details>
  );
}

const problemTitle = ({ code, problem }: ApiError, language: Language): string =>
  code === "offline" ? messagesFor(language).errorPage.offlineTitle : problem.title;

export function WithdrawnPage({ language, onAgain }: { language: Language; onAgain: (() => void) | undefined }) {
  const words = runnerMessages[language].withdrawn;
  return (
    <ClosingPage title={words.title}>
      <p>{words.text}</p>
      {onAgain && (
        <p>
          <Button onClick={onAgain}>{words.again}</Button>
        </p>
      )}
    </ClosingPage>
  );
}

interface SubmittingPageProps {
  language: Language;
  isOffline: boolean;
  onReconsider: () => void;
}

/** While the answers are on their way, also when that takes until the Wi-Fi is back. */
export function SubmittingPage({ language, isOffline, onReconsider }: SubmittingPageProps) {
  const words = runnerMessages[language].submitting;
  return (
    <ClosingPage title={words.title}>
      <div role="status">
        {isOffline && (
          <Notice
            tone="warning"
            title={words.waitingTitle}
            actions={<Button onClick={onReconsider}>{words.change}</Button>}
          >
            <p>{words.waiting}</p>
          </Notice>
        )}
      </div>
    </ClosingPage>
  );
}
