import type { WorkshopCard as Card } from "../../shared/catalogue/workshop.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { Badge } from "../design-system/badge.tsx";
import { formatDate, formatList, formatTime } from "../i18n/format.ts";
import { programmeMessages } from "../i18n/programme.ts";
import { DateLeaf } from "./date-leaf.tsx";
import { placeText, priceText, seatsText } from "./workshop-facts.ts";

export interface WorkshopCardProps {
  language: Language;
  workshop: Card;
  href: string;
  /** Decides whether it has begun. */
  now: string;
  /** The first of a list, set larger. */
  isLead?: boolean | undefined;
}

/** A workshop in a programme: its date in the margin, its words beside it. The whole entry leads to its page. */
export function WorkshopCard({ language, workshop, href, now, isLead }: WorkshopCardProps) {
  const { title, summary, tags, startsAt, timeZone } = workshop;
  const theme = tags.find(({ kind }) => kind === "theme");
  const foreign = (text: { language: Language }) => (text.language === language ? undefined : text.language);
  return (
    <article className={isLead ? "workshop-card workshop-card-lead" : "workshop-card"}>
      {startsAt && <DateLeaf language={language} at={startsAt} timeZone={timeZone} />}
      <div className="workshop-card-body">
        {theme && <p className="workshop-card-theme">{theme.name}</p>}
        <h3 className="workshop-card-title" lang={foreign(title)}>
          <a className="workshop-card-link" href={href}>
            {title.text}
          </a>
        </h3>
        {summary && (
          <p className="workshop-card-summary" lang={foreign(summary)}>
            {summary.text}
          </p>
        )}
        <Facts language={language} workshop={workshop} now={now} />
      </div>
    </article>
  );
}

function Facts({ language, workshop, now }: Pick<WorkshopCardProps, "language" | "workshop" | "now">) {
  const words = programmeMessages[language];
  const { startsAt, timeZone, languages, facilitators } = workshop;
  const hasBegun = startsAt !== null && startsAt <= now;
  const [state, tone] = hasBegun ? ([words.underWay, "neutral"] as const) : seatsText(language, workshop);
  const place = placeText(language, workshop);
  const price = priceText(language, workshop);
  const [only] = languages;
  return (
    <>
      <ul className="workshop-card-facts">
        <li>
          {startsAt ? (
            <time dateTime={startsAt}>
              {formatDate(language, startsAt, { timeZone })}, {formatTime(language, startsAt, timeZone)}
            </time>
          ) : (
            words.dateOpen
          )}
        </li>
        {place && <li>{place}</li>}
        {facilitators.length > 0 && <li>{formatList(language, facilitators)}</li>}
        {price && <li>{price}</li>}
      </ul>
      <div className="cluster">
        <Badge tone={tone} hasDot>
          {state}
        </Badge>
        {languages.length === 1 && only && <Badge>{words.onlyIn[only]}</Badge>}
      </div>
    </>
  );
}
