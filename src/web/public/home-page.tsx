import type { Tag } from "../../shared/catalogue/contract.ts";
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
}

export function HomePage({ language, workshops, total, themes }: HomePageProps) {
  const words = siteMessages[language].home;
  const [lead, ...others] = workshops;
  return (
    <>
      <section className="home-hero">
        <h1 className="home-title">{words.title}</h1>
        <p className="home-lead">{words.lead}</p>
        <SearchBox language={language} />
      </section>
      <section className="home-section" aria-labelledby="next">
        <div className="home-section-head">
          <h2 id="next">{words.next}</h2>
          {total > workshops.length && <a href={workshopsPath(language)}>{words.all(formatNumber(language, total))}</a>}
        </div>
        {lead ? (
          <>
            <Entry language={language} workshop={lead} isLead />
            <ul className="home-programme">
              {others.map((workshop) => (
                <li key={workshop.id}>
                  <Entry language={language} workshop={workshop} />
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
      <div className="home-pair">
        <Steps language={language} />
        {lead && <Themes language={language} themes={themes} />}
      </div>
    </>
  );
}

function Entry({ language, workshop, isLead }: { language: Language; workshop: Card; isLead?: boolean }) {
  return (
    <WorkshopCard
      language={language}
      workshop={workshop}
      href={workshopPath(language, workshop.slug)}
      isLead={isLead}
    />
  );
}

function Themes({ language, themes }: Pick<HomePageProps, "language" | "themes">) {
  return (
    <section className="home-section" aria-labelledby="themes">
      <h2 id="themes">{siteMessages[language].home.themes}</h2>
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
    <section className="home-section" aria-labelledby="how">
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
