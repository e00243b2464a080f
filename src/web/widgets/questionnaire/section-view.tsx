import { useEffect, useRef } from "react";
import { type Language, readText } from "../../../shared/kernel/locale.ts";
import { answerSentence } from "../../../shared/questionnaires/answer-sentence.ts";
import { givenTo } from "../../../shared/questionnaires/question-kinds.ts";
import type { Question } from "../../../shared/questionnaires/questionnaire.ts";
import { ErrorSummary } from "../../design-system/error-summary.tsx";
import { runnerMessages } from "../../i18n/runner.ts";
import { fieldId } from "./answers/answer-props.ts";
import type { GivenAnswers } from "./given-answers.ts";
import { Localised } from "./localised.tsx";
import { QuestionField } from "./question-field.tsx";
import { issuesOn, type SectionPage } from "./section-pages.ts";

export interface SectionViewProps {
  page: SectionPage;
  answers: GivenAnswers;
  onAnswer: (code: string, value: unknown) => void;
  language: Language;
  seed: string;
  /** Counts the refused attempts to go on from this page; 0 shows no faults yet. */
  attempts: number;
}

/** One section: its title and questions, and above them what has to change before one can go on. */
export function SectionView({ page, answers, onAnswer, language, seed, attempts }: SectionViewProps) {
  const { section, questions, firstNumber } = page;
  const messages = new Map<string, string>();
  for (const issue of attempts > 0 ? issuesOn(page, answers) : []) {
    const question = questions.find(({ code }) => code === issue.field);
    if (question && !messages.has(issue.field)) messages.set(issue.field, answerSentence(question, issue, language));
  }
  return (
    <>
      {readText(section.description, language) && (
        <p className="questionnaire-description">
          <Localised text={section.description} language={language} />
        </p>
      )}
      {questions.some(({ isRequired }) => isRequired) && (
        <p className="muted small">{runnerMessages[language].requiredNote}</p>
      )}
      <Faults
        questions={questions}
        messages={messages}
        language={language}
        attempts={attempts}
        firstNumber={firstNumber}
      />
      {questions.map((question, index) => (
        <QuestionField
          key={question.id}
          question={question}
          number={firstNumber + index}
          value={givenTo(answers, question.code)}
          onAnswer={(value) => onAnswer(question.code, value)}
          language={language}
          seed={seed}
          error={messages.get(question.code)}
        />
      ))}
    </>
  );
}

interface FaultsProps {
  questions: readonly Question[];
  messages: ReadonlyMap<string, string>;
  language: Language;
  attempts: number;
  firstNumber: number;
}

/** Takes the focus at every refused attempt; its links lead into the fields without touching the page's address. */
function Faults({ questions, messages, language, attempts, firstNumber }: FaultsProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempts > 0) place.current?.querySelector<HTMLElement>(".error-summary")?.focus();
  }, [attempts]);
  const words = runnerMessages[language];
  const issues = questions.flatMap((question, index) => {
    const message = messages.get(question.code);
    return message
      ? [{ fieldId: fieldId(question), message: `${words.question(firstNumber + index)}: ${message}` }]
      : [];
  });
  const lead = (event: React.MouseEvent) => {
    const target = event.target instanceof HTMLAnchorElement ? event.target.getAttribute("href") : null;
    if (!target?.startsWith("#")) return;
    event.preventDefault();
    const field = document.getElementById(target.slice(1));
    field?.focus();
    field?.scrollIntoView({ block: "center" });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are the controls; this only keeps them on the page
    // biome-ignore lint/a11y/useKeyWithClickEvents: pressing Enter on a link is a click
    <div ref={place} onClick={lead}>
      <ErrorSummary title={words.issues.title(issues.length)} issues={issues} />
    </div>
  );
}
