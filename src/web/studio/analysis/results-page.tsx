import "./results.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { Results } from "../../../shared/analysis/contract.ts";
import { defaultTimeZone } from "../../../shared/kernel/instant.ts";
import { readText } from "../../../shared/kernel/locale.ts";
import { getResults } from "../../api/analysis.ts";
import { EmptyState } from "../../design-system/empty-state.tsx";
import { PageHeader } from "../../design-system/page-header.tsx";
import { Skeleton } from "../../design-system/skeleton.tsx";
import { formatDateTime } from "../../i18n/format.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { resultsMessages } from "../../i18n/results.ts";
import { FailureNotice } from "../frame/route-failure.tsx";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { ExportMenu } from "./export-menu.tsx";
import { QuestionFigure } from "./question-figure.tsx";

/** What a questionnaire's answers say: charts first, each with its table; the open answers as they were written. */
export function ResultsPage() {
  const language = useStudioLanguage();
  const { questionnaireId } = useParams({ from: "/questionnaires/$questionnaireId/results" });
  const results = useQuery({
    queryKey: ["results", questionnaireId],
    queryFn: ({ signal }) => getResults({ params: { questionnaireId }, signal }),
  });
  if (results.error && !results.data) {
    return <FailureNotice error={results.error} onRetry={() => void results.refetch()} />;
  }
  if (!results.data) return <Skeleton label={messagesFor(language).loading} shape="card" lines={6} />;
  return (
    <div className="results stack-loose">
      <ResultsHeader results={results.data} />
      {results.data.isSuppressed ? <TooFew results={results.data} /> : <Sections results={results.data} />}
    </div>
  );
}

function ResultsHeader({ results }: { results: Results }) {
  const language = useStudioLanguage();
  const words = resultsMessages[language];
  const title = readText(results.title, language);
  const { questionnaireId, respondents, releasedAt } = results;
  const facts = [
    respondents !== null && words.respondents(respondents),
    releasedAt &&
      words.releasedAt(formatDateTime(language, releasedAt, { timeZone: defaultTimeZone, style: "medium" })),
  ].filter(Boolean);
  return (
    <PageHeader
      title={title?.text ?? words.untitled}
      lang={title?.language}
      eyebrow={
        <Link to="/questionnaires/$questionnaireId" params={{ questionnaireId }}>
          {words.toBuilder}
        </Link>
      }
      actions={!results.isSuppressed && <ExportMenu questionnaireId={questionnaireId} />}
    >
      <p className="muted">{facts.join(" · ") || words.title}</p>
    </PageHeader>
  );
}

function TooFew({ results }: { results: Results }) {
  const words = resultsMessages[useStudioLanguage()];
  return <EmptyState title={words.tooFewTitle(results.threshold)}>{words.tooFewText}</EmptyState>;
}

function Sections({ results }: { results: Results }) {
  const language = useStudioLanguage();
  const words = resultsMessages[language];
  return (
    <>
      {results.sections.map((section, index) => {
        const title = readText(section.title, language);
        const id = `section-${index + 1}`;
        return (
          <section key={id} aria-labelledby={id} className="results-section">
            <h2 id={id} lang={title?.language}>
              {title?.text ?? `${words.untitledSection} ${index + 1}`}
            </h2>
            <div className="results-questions">
              {section.questions.map((question) => (
                <QuestionFigure key={question.code} question={question} />
              ))}
            </div>
          </section>
        );
      })}
      <details className="results-steps">
        <summary>{words.stepsTitle}</summary>
        <p>{words.steps(results.threshold)}</p>
      </details>
    </>
  );
}
