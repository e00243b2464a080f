import type { PublicWorkshop } from "../../../shared/catalogue/workshop.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import { Breadcrumb } from "../../design-system/breadcrumb.tsx";
import { Notice } from "../../design-system/notice.tsx";
import { formatDate } from "../../i18n/format.ts";
import { programmeMessages } from "../../i18n/programme.ts";
import { RichText } from "../../widgets/rich-text.tsx";
import { questionnairePath, workshopPath, workshopsPath } from "../addresses.ts";
import type { EnrolmentWindow } from "./enrolment-window.ts";
import { foreign, hasForeignText, type ReadPart } from "./foreign-text.ts";
import { WorkshopFacts } from "./workshop-facts-panel.tsx";
import { WorkshopSessions } from "./workshop-sessions.tsx";

/** A questionnaire that can be answered now. */
export interface OpenQuestionnaire {
  id: string;
  title: ReadPart;
  audience: "anyone" | "enrolled" | "confirmed";
  identityMode: "identified" | "anonymous";
  closesAt: string | null;
}

export interface WorkshopPageProps {
  language: Language;
  workshop: PublicWorkshop;
  window: EnrolmentWindow;
  questionnaires: readonly OpenQuestionnaire[];
}

/** The page of one workshop, the same for everyone who reads it. */
export function WorkshopPage({ language, workshop, window, questionnaires }: WorkshopPageProps) {
  const words = programmeMessages[language].workshop;
  const { title, subtitle } = workshop;
  return (
    <article className="workshop">
      <header className="workshop-header">
        <Breadcrumb
          language={language}
          items={[{ label: programmeMessages[language].title, href: workshopsPath(language) }]}
        />
        <h1 className="workshop-title" lang={foreign(language, title)}>
          {title.text}
        </h1>
        {subtitle && (
          <p className="workshop-subtitle" lang={foreign(language, subtitle)}>
            {subtitle.text}
          </p>
        )}
        <LanguageNotice language={language} workshop={workshop} />
        {window === "cancelled" && (
          <Notice tone="warning" title={words.cancelledTitle}>
            <p>{words.cancelledText}</p>
          </Notice>
        )}
      </header>
      <WorkshopFacts language={language} workshop={workshop} window={window} />
      <div className="workshop-body">
        <Description language={language} workshop={workshop} />
        <Lines title={words.objectives} lines={workshop.objectives} language={language} />
        <WorkshopSessions language={language} workshop={workshop} />
        <Lines title={words.requirements} lines={workshop.requirements} language={language} />
        <Facilitators language={language} workshop={workshop} />
        <Questionnaires language={language} workshop={workshop} questionnaires={questionnaires} />
        <Tags language={language} workshop={workshop} />
      </div>
    </article>
  );
}

interface PartProps {
  language: Language;
  workshop: PublicWorkshop;
}

function LanguageNotice({ language, workshop }: PartProps) {
  const words = programmeMessages[language].workshop;
  const [only] = workshop.languages;
  if (!workshop.languages.includes(language) && only) {
    return (
      <Notice tone="info">
        <p>
          {words.otherLanguage[only]}{" "}
          <a href={workshopPath(only, workshop.slug)} hrefLang={only} lang={only}>
            {programmeMessages[only].workshop.about}
          </a>
        </p>
      </Notice>
    );
  }
  if (!hasForeignText(language, workshop)) return null;
  return (
    <Notice tone="info">
      <p>{words.partly}</p>
    </Notice>
  );
}

function Description({ language, workshop: { summary, description } }: PartProps) {
  return (
    <section className="workshop-section" aria-labelledby="about">
      <h2 id="about" className="visually-hidden">
        {programmeMessages[language].workshop.about}
      </h2>
      {summary && (
        <p className="workshop-summary" lang={foreign(language, summary)}>
          {summary.text}
        </p>
      )}
      {description && <RichText document={description.document} lang={foreign(language, description)} />}
    </section>
  );
}

function Lines({ language, title, lines }: { language: Language; title: string; lines: readonly ReadPart[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="workshop-section">
      <h2>{title}</h2>
      <ul className="workshop-lines">
        {lines.map((line) => (
          <li key={line.text} lang={foreign(language, line)}>
            {line.text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Facilitators({ language, workshop: { facilitatorProfiles } }: PartProps) {
  const words = programmeMessages[language].workshop;
  if (facilitatorProfiles.length === 0) return null;
  return (
    <section className="workshop-section">
      <h2>{words.facilitators}</h2>
      <ul className="workshop-people">
        {facilitatorProfiles.map(({ name, part, bio }) => (
          <li key={`${name} ${part}`}>
            <h3 className="workshop-person-name">{name}</h3>
            {facilitatorProfiles.length > 1 && <p className="workshop-person-part">{words.parts[part]}</p>}
            {bio && <p lang={foreign(language, bio)}>{bio.text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type QuestionnairesProps = PartProps & Pick<WorkshopPageProps, "questionnaires">;

function Questionnaires({ language, workshop: { timeZone }, questionnaires }: QuestionnairesProps) {
  const words = programmeMessages[language].workshop;
  if (questionnaires.length === 0) return null;
  return (
    <section className="workshop-section">
      <h2>{words.questionnaires}</h2>
      <ul className="workshop-questionnaires">
        {questionnaires.map(({ id, title, audience, identityMode, closesAt }) => {
          const facts = [
            words.audiences[audience],
            identityMode === "anonymous" && words.anonymous,
            closesAt && words.until(formatDate(language, closesAt, { timeZone })),
          ];
          return (
            <li key={id}>
              <a href={questionnairePath(language, id)} lang={foreign(language, title)}>
                {title.text}
              </a>
              <span className="muted small"> {facts.filter(Boolean).join(" · ")}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Tags({ language, workshop: { tags } }: PartProps) {
  if (tags.length === 0) return null;
  return (
    <ul className="chips workshop-tags">
      {tags.map(({ code, name }) => (
        <li key={code}>
          <a className="chip" href={workshopsPath(language, { tag: code })}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
