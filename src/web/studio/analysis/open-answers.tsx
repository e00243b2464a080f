import { useState } from "react";
import type { QuestionResult } from "../../../shared/analysis/contract.ts";
import { Button } from "../../design-system/button.tsx";
import { resultsMessages } from "../../i18n/results.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { QuestionText } from "./question-text.tsx";

const shownAtFirst = 6;

/** What people wrote, each in its own language. The order says nothing about who wrote when. */
export function OpenAnswers({ question }: { question: Extract<QuestionResult, { form: "texts" }> }) {
  const words = resultsMessages[useStudioLanguage()];
  const [isOpen, setIsOpen] = useState(false);
  const { texts } = question;
  const shown = isOpen ? texts : texts.slice(0, shownAtFirst);
  return (
    <figure className="chart">
      <figcaption className="chart-caption">
        <h3 className="chart-title">
          <QuestionText text={question.text} code={question.code} />
        </h3>
        <span className="chart-total">{words.answered(texts.length)}</span>
      </figcaption>
      {texts.length === 0 && <p className="chart-empty">{words.noTexts}</p>}
      <ul className="open-answers">
        {shown.map(({ text, language }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same, and the list never changes order.
          <li key={index}>
            <blockquote lang={language}>{text}</blockquote>
          </li>
        ))}
      </ul>
      {!isOpen && texts.length > shownAtFirst && (
        <Button variant="quiet" size="small" onClick={() => setIsOpen(true)}>
          {words.showAll(texts.length)}
        </Button>
      )}
    </figure>
  );
}
