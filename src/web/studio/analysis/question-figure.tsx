import type { Cell, QuestionResult } from "../../../shared/analysis/contract.ts";
import { type Language, readText } from "../../../shared/kernel/locale.ts";
import { BarChart } from "../../design-system/charts/bar-chart.tsx";
import { Histogram } from "../../design-system/charts/histogram.tsx";
import { formatNumber } from "../../i18n/format.ts";
import { resultsMessages } from "../../i18n/results.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { DownloadMenu } from "./download-menu.tsx";
import { OpenAnswers } from "./open-answers.tsx";
import { QuestionText } from "./question-text.tsx";

type Choices = Extract<QuestionResult, { form: "choices" }>;
type Distribution = Extract<QuestionResult, { form: "distribution" }>;

/** One question's result in the form its kind asks for. */
export function QuestionFigure({ question }: { question: QuestionResult }) {
  if (question.isSuppressed) return <SuppressedQuestion question={question} />;
  if (question.form === "choices") return <ChoicesFigure question={question} />;
  if (question.form === "distribution") return <DistributionFigure question={question} />;
  return <OpenAnswers question={question} />;
}

function SuppressedQuestion({ question }: { question: QuestionResult }) {
  const words = resultsMessages[useStudioLanguage()];
  return (
    <div className="results-suppressed">
      <h3>
        <QuestionText text={question.text} code={question.code} />
      </h3>
      <p className="muted">{words.suppressedQuestion}</p>
    </div>
  );
}

function ChoicesFigure({ question }: { question: Choices }) {
  const language = useStudioLanguage();
  return (
    <div className="results-figure">
      <BarChart
        language={language}
        title={<QuestionText text={question.text} code={question.code} />}
        name={readText(question.text, language)?.text ?? question.code}
        total={question.answered}
        rows={question.cells.map((cell) => {
          const { text, lang } = labelOf(cell, language);
          return { key: cell.code, label: text, lang, count: cell.count };
        })}
        note={question.isMultiple && resultsMessages[language].several}
      />
      <DownloadMenu question={question} language={language} />
    </div>
  );
}

function DistributionFigure({ question }: { question: Distribution }) {
  const language = useStudioLanguage();
  return (
    <div className="results-figure">
      <Histogram
        language={language}
        title={<QuestionText text={question.text} code={question.code} />}
        name={readText(question.text, language)?.text ?? question.code}
        total={question.answered}
        bins={question.cells.map((cell) => ({ label: labelOf(cell, language).text, count: cell.count }))}
        axisLabel={scaleEnds(question, language)}
      />
      <Moments question={question} />
      <DownloadMenu question={question} language={language} />
    </div>
  );
}

function Moments({ question }: { question: Distribution }) {
  const language = useStudioLanguage();
  const words = resultsMessages[language];
  const moments = [
    { term: words.mean, value: question.mean },
    { term: words.median, value: question.median },
    { term: words.standardDeviation, value: question.standardDeviation },
  ].filter((moment) => moment.value !== null);
  if (moments.length === 0) return null;
  return (
    <dl className="results-moments">
      {moments.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{formatNumber(language, value ?? 0, 2)}</dd>
        </div>
      ))}
    </dl>
  );
}

function scaleEnds({ kind, fromLabel, toLabel }: Distribution, language: Language): string | undefined {
  const words = resultsMessages[language];
  if (kind === "nps") return words.scaleEnds(words.ends.nps.from, words.ends.nps.to);
  if (kind === "rating") return words.scaleEnds(words.ends.rating.from, words.ends.rating.to);
  const from = readText(fromLabel, language)?.text;
  const to = readText(toLabel, language)?.text;
  return from && to ? words.scaleEnds(from, to) : undefined;
}

function labelOf(cell: Cell, language: Language): { text: string; lang: string | undefined } {
  const read = readText(cell.label, language);
  return { text: read?.text ?? cell.code, lang: read?.language };
}
