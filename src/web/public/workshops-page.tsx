import type { Tag } from "../../shared/catalogue/places.ts";
import type { WorkshopCard as Card } from "../../shared/catalogue/workshop.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { ButtonLink } from "../design-system/button.tsx";
import { EmptyState } from "../design-system/empty-state.tsx";
import { PageHeader } from "../design-system/page-header.tsx";
import { Pagination } from "../design-system/pagination.tsx";
import { programmeMessages } from "../i18n/programme.ts";
import { WorkshopCard } from "../widgets/workshop-card.tsx";
import { type ProgrammeQuery, workshopPath, workshopsPath } from "./addresses.ts";
import { ProgrammeFilter } from "./programme-filter.tsx";

export interface WorkshopsPageProps {
  language: Language;
  query: ProgrammeQuery;
  workshops: readonly Card[];
  total: number;
  isTotalExact: boolean;
  nextCursor: string | null;
  tags: readonly Tag[];
  /** What is on next; shown when the search found nothing. */
  meanwhile: readonly Card[];
  now: string;
}

/** The programme: searched, filtered, a page at a time. */
export function WorkshopsPage(props: WorkshopsPageProps) {
  const { language, query, workshops, total, isTotalExact, nextCursor, tags, now } = props;
  const words = programmeMessages[language];
  const isFiltered = Boolean(query.q || query.tag || query.from || query.to);
  const found = query.q ? words.foundFor(total, query.q, isTotalExact) : words.found(total);
  const firstHref = workshopsPath(language, { ...query, cursor: undefined });
  return (
    <>
      <PageHeader title={words.title} />
      <div className="programme">
        <ProgrammeFilter language={language} query={query} tags={tags} />
        <section className="programme-results" aria-labelledby="results">
          <h2 className="visually-hidden" id="results">
            {words.results}
          </h2>
          <div className="programme-count">
            <p className="numeric">{found}</p>
            {isFiltered && <a href={workshopsPath(language)}>{words.clear}</a>}
          </div>
          {workshops.length > 0 ? (
            <ProgrammeList language={language} workshops={workshops} now={now} />
          ) : (
            <NothingFound {...props} isFiltered={isFiltered} />
          )}
          <Pagination
            language={language}
            previousHref={query.cursor ? firstHref : undefined}
            nextHref={nextCursor ? workshopsPath(language, { ...query, cursor: nextCursor }) : undefined}
          />
        </section>
      </div>
    </>
  );
}

type ListProps = Pick<WorkshopsPageProps, "language" | "workshops" | "now">;

function ProgrammeList({ language, workshops, now }: ListProps) {
  return (
    <ul className="programme-list">
      {workshops.map((workshop) => (
        <li key={workshop.id}>
          <WorkshopCard
            language={language}
            workshop={workshop}
            href={workshopPath(language, workshop.slug)}
            now={now}
          />
        </li>
      ))}
    </ul>
  );
}

function NothingFound({ language, meanwhile, isFiltered, now }: WorkshopsPageProps & { isFiltered: boolean }) {
  const words = programmeMessages[language];
  return (
    <>
      <EmptyState
        title={words.emptyTitle}
        headingLevel={3}
        action={isFiltered && <ButtonLink href={workshopsPath(language)}>{words.emptyAll}</ButtonLink>}
      >
        {isFiltered && (
          <ul>
            {words.emptyAdvice.map((advice) => (
              <li key={advice}>{advice}</li>
            ))}
          </ul>
        )}
      </EmptyState>
      {meanwhile.length > 0 && (
        <>
          <h3 className="programme-meanwhile">{words.emptyMeanwhile}</h3>
          <ProgrammeList language={language} workshops={meanwhile} now={now} />
        </>
      )}
    </>
  );
}
