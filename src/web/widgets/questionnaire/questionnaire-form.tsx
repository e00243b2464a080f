import "./questionnaire.css";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type Language, readText } from "../../../shared/kernel/locale.ts";
import type { QuestionnaireContent } from "../../../shared/questionnaires/questionnaire.ts";
import { Button } from "../../design-system/button.tsx";
import { Progress } from "../../design-system/progress.tsx";
import { runnerMessages } from "../../i18n/runner.ts";
import type { GivenAnswers } from "./given-answers.ts";
import { Localised } from "./localised.tsx";
import { firstFaultyPage, issuesOn, pageIndex, type SectionPage, sectionPages } from "./section-pages.ts";
import { SectionView } from "./section-view.tsx";

export interface QuestionnaireFormProps {
  content: QuestionnaireContent;
  language: Language;
  answers: GivenAnswers;
  onAnswer: (code: string, value: unknown) => void;
  /** The section that is wanted; another one is shown when it is hidden. */
  sectionId: string | null;
  onSection: (sectionId: string) => void;
  onSubmit: () => void;
  seed: string;
  /** How the saving goes and the like, beside the progress. */
  status?: ReactNode;
  /** Before the first page's questions. */
  opening?: ReactNode;
}

/** The questions, a section at a time. Knows nothing of where the answers go. */
export function QuestionnaireForm(props: QuestionnaireFormProps) {
  const { content, language, answers, sectionId, onSection, onSubmit, opening, status } = props;
  const words = runnerMessages[language];
  const pages = sectionPages(content, answers);
  const index = pageIndex(content, pages, sectionId);
  const page = pages[index];
  const [attempts, setAttempts] = useState<Readonly<Record<string, number>>>({});
  const { heading, leadFocus } = useSectionFocus(page?.section.id);
  if (!page) return <p className="muted">{words.nothingHere}</p>;

  const refuse = (id: string) => setAttempts((before) => ({ ...before, [id]: (before[id] ?? 0) + 1 }));
  const goTo = (target: SectionPage | undefined) => {
    if (!target) return;
    leadFocus();
    onSection(target.section.id);
  };
  const isLast = index === pages.length - 1;
  const goOn = () => {
    if (issuesOn(page, answers).length > 0) return refuse(page.section.id);
    if (!isLast) return goTo(pages[index + 1]);
    const faulty = firstFaultyPage(pages, answers);
    if (!faulty) return onSubmit();
    goTo(faulty);
    refuse(faulty.section.id);
  };
  return (
    <form
      className="questionnaire"
      lang={language}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <PageProgress index={index} count={pages.length} language={language} />
      {status}
      <SectionHeading page={page} index={index} language={language} heading={heading} />
      {index === 0 && opening}
      <SectionView
        key={page.section.id}
        {...{ page, answers, language, onAnswer: props.onAnswer, seed: props.seed }}
        attempts={attempts[page.section.id] ?? 0}
      />
      <div className="questionnaire-steps">
        {index > 0 && (
          <Button size="large" onClick={() => goTo(pages[index - 1])}>
            {words.back}
          </Button>
        )}
        <Button type="submit" variant="primary" size="large">
          {isLast ? words.submit : words.next}
        </Button>
      </div>
    </form>
  );
}

function PageProgress({ index, count, language }: { index: number; count: number; language: Language }) {
  const text = runnerMessages[language].progress(index + 1, count);
  return count > 1 ? (
    <Progress id="questionnaire-progress" label={text} value={index + 1} max={count} isLabelHidden valueText={text} />
  ) : null;
}

interface SectionHeadingProps {
  page: SectionPage;
  index: number;
  language: Language;
  heading: React.RefObject<HTMLHeadingElement | null>;
}

/** Every page has a heading to land on, also when its section has no title. */
function SectionHeading({ page, index, language, heading }: SectionHeadingProps) {
  const hasTitle = readText(page.section.title, language) !== undefined;
  return (
    <h2 ref={heading} tabIndex={-1} className="questionnaire-heading">
      {hasTitle ? (
        <Localised text={page.section.title} language={language} />
      ) : (
        runnerMessages[language].progress(index + 1, index + 1)
      )}
    </h2>
  );
}

/** Leads the focus to the heading of the section that the person walked to; not when it opens, or is chosen from outside. */
function useSectionFocus(sectionId: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isAwaited = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is another section that makes it look
  useEffect(() => {
    if (!isAwaited.current) return;
    isAwaited.current = false;
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest(".questionnaire")?.scrollIntoView({ block: "start" });
  }, [sectionId]);
  const leadFocus = () => {
    isAwaited.current = true;
  };
  return { heading, leadFocus };
}
