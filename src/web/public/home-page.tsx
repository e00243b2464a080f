import type { Tag } from "../../shared/catalogue/places.ts";
import type { WorkshopCard as Card } from "../../shared/catalogue/workshop.ts";
import { type Language, readText } from "../../shared/kernel/locale.ts";
import { EmptyState } from "../design-system/empty-state.tsx";
import { formatNumber } from "../i18n/format.ts";
import { siteMessages } from "../i18n/site.ts";
import { WorkshopCard } from "../widgets/workshop-card.tsx";
import { workshopPath, workshopsPath } from "./addresses.ts";
import { SearchBox } from "./search-box.tsx";

export interface HomePageProps {
  language: Language;
  /** The next workshops, soonest first. */
  workshops: readonly Card[];
  total: number;
  themes: readonly Tag[];
  now: string;
}

export function HomePage({ language, workshops, total, themes, now }: HomePageProps) {
  const words = siteMessages[language].home;
  const [lead, ...others] = workshops;
  return (
    <>
      <div className="home-hero">
        <section className="home-opening">
          <h1 className="home-title">{words.title}</h1>
          <p className="home-lead">{words.lead}</p>
          <SearchBox language={language} />
        </section>
        {lead && <Themes language={language} themes={themes} />}
      </div>
      <section className="home-section" aria-labelledby="next">
        <div className="home-section-head">
          <h2 id="next">{words.next}</h2>
          {total > workshops.length && <a href={workshopsPath(language)}>{words.all(formatNumber(language, total))}</a>}
        </div>
        {lead ? (
          <>
            <Entry language={language} workshop={lead} now={now} isLead />
            <ul className="home-programme">
              {others.map((workshop) => (
                <li key={workshop.id}>
                  <Entry language={language} workshop={workshop} now={now} />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <EmptyState title={words.emptyTitle} headingLevel={3}>
            <p>{words.emptyText}</p>
          </EmptyState>
        )}
      </section>
      <Steps language={language} />
    </>
  );
}

type EntryProps = Pick<HomePageProps, "language" | "now"> & { workshop: Card; isLead?: boolean };

function Entry({ language, workshop, now, isLead }: EntryProps) {
  return (
    <WorkshopCard
      language={language}
      workshop={workshop}
      href={workshopPath(language, workshop.slug)}
      now={now}
      isLead={isLead}
    />
  );
}

function Themes({ language, themes }: Pick<HomePageProps, "language" | "themes">) {
  return (
    <section className="home-themes-section" aria-labelledby="themes">
      <h2 className="home-themes-title" id="themes">
        {siteMessages[language].home.themes}
      </h2>
      <ul className="home-themes">
        {themes.map(({ code, name }) => {
          const read = readText(name, language);
          return (
            <li key={code}>
              <a
                href={workshopsPath(language, { tag: code })}
                lang={read?.language === language ? undefined : read?.language}
              >
                {read?.text ?? code}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Steps({ language }: { language: Language }) {
  const words = siteMessages[language].home;
  return (
    <section className="home-section home-how" aria-labelledby="how">
      <h2 id="how">{words.how}</h2>
      <ol className="home-steps">
        {words.steps.map(({ title, text }) => (
          <li key={title}>
            <h3 className="home-step-title">{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
