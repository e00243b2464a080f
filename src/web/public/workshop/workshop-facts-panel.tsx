import type { ReactNode } from "react";
import type { PublicWorkshop } from "../../../shared/catalogue/workshop.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import { Badge } from "../../design-system/badge.tsx";
import { ButtonLink } from "../../design-system/button.tsx";
import { DefinitionList } from "../../design-system/definition-list.tsx";
import { formatSpan } from "../../i18n/calendar-leaf.ts";
import { formatList, formatZone } from "../../i18n/format.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { programmeMessages } from "../../i18n/programme.ts";
import { priceText, seatsText } from "../../widgets/workshop-facts.ts";
import { enrolPath } from "../addresses.ts";
import type { EnrolmentWindow } from "./enrolment-window.ts";

interface FactsProps {
  language: Language;
  workshop: PublicWorkshop;
  window: EnrolmentWindow;
}

/** What one has to know before deciding, and the way to a seat. */
export function WorkshopFacts(props: FactsProps) {
  const { language } = props;
  const words = programmeMessages[language].workshop;
  return (
    <aside className="workshop-facts" aria-label={words.keyFacts}>
      <DefinitionList layout="stacked" items={factsOf(props)} />
      <EnrolPanel {...props} />
    </aside>
  );
}

function factsOf({ language, workshop, window }: FactsProps) {
  const words = programmeMessages[language].workshop;
  const { languages, facilitators } = workshop;
  const facts: [term: string, description: ReactNode][] = [
    [words.when, <When key="when" language={language} workshop={workshop} />],
    [words.where, <Where key="where" language={language} workshop={workshop} />],
    [words.leads, facilitators.length > 0 && formatList(language, facilitators)],
    [words.places, window === "open" && <Places key="places" language={language} workshop={workshop} />],
    [words.price, priceText(language, workshop)],
    [
      words.language,
      formatList(
        language,
        languages.map((each) => messagesFor(language).languageName[each]),
      ),
    ],
  ];
  return facts.flatMap(([term, description]) => (description ? [{ term, description }] : []));
}

type PartProps = Pick<FactsProps, "language" | "workshop">;

function When({ language, workshop: { startsAt, endsAt, timeZone, sessions } }: PartProps) {
  const words = programmeMessages[language];
  if (!startsAt || !endsAt) return words.dateOpen;
  return (
    <>
      <time dateTime={startsAt}>{formatSpan(language, { startsAt, endsAt, timeZone })}</time>{" "}
      <span className="muted nowrap">
        {sessions.length > 1
          ? `· ${words.workshop.sessions(sessions.length)}`
          : formatZone(language, startsAt, timeZone)}
      </span>
    </>
  );
}

function Where({ language, workshop: { location, isOnline, city } }: PartProps) {
  const words = programmeMessages[language];
  const name = location?.name ?? city;
  if (!name) return isOnline ? words.online : null;
  const address = location ? [location.address, location.city].filter(Boolean).join(", ") : "";
  return (
    <>
      {isOnline ? words.cityAndOnline(name) : name}
      {address && <span className="workshop-address">{address}</span>}
    </>
  );
}

function Places({ language, workshop }: PartProps) {
  const [text, tone] = seatsText(language, workshop);
  const { capacity, seatsLeft } = workshop;
  const isCounted = capacity !== null && seatsLeft !== null && seatsLeft > 0;
  return (
    <Badge tone={tone} hasDot>
      {isCounted ? programmeMessages[language].workshop.ofPlaces(seatsLeft, capacity) : text}
    </Badge>
  );
}

function EnrolPanel({ language, workshop, window }: FactsProps) {
  const words = programmeMessages[language].workshop;
  const href = enrolPath(language, workshop.slug);
  const isFull = workshop.seatsLeft === 0;
  const isClosed = window !== "open" || (isFull && !workshop.hasWaitingList);
  if (isClosed) {
    const reasons = { open: words.fullText, started: words.started, over: words.over, cancelled: words.cancelledTitle };
    return (
      <div className="workshop-enrol">
        {window !== "cancelled" && <p>{reasons[window]}</p>}
        <p>
          <a href={href}>{words.mine}</a>
        </p>
      </div>
    );
  }
  return (
    <div className="workshop-enrol">
      <ButtonLink variant="primary" size="large" href={href}>
        {isFull ? words.joinLine : words.enrol}
      </ButtonLink>
      <p className="muted small">
        {isFull ? words.lineNote : workshop.needsApproval ? words.approvalNote : words.enrolNote}
      </p>
    </div>
  );
}
