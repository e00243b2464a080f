import type { PublicSession, PublicWorkshop } from "../../../shared/catalogue/workshop.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import { formatMinutes, formatRange, formatZone } from "../../i18n/format.ts";
import { programmeMessages } from "../../i18n/programme.ts";
import { DateLeaf } from "../../widgets/date-leaf.tsx";
import { foreign } from "./foreign-text.ts";

/** When the workshop sits, session by session, in its own time zone. */
export function WorkshopSessions({ language, workshop }: { language: Language; workshop: PublicWorkshop }) {
  const words = programmeMessages[language].workshop;
  const [first] = workshop.sessions;
  if (!first) return null;
  return (
    <section className="workshop-section">
      <h2>{words.sessionsTitle}</h2>
      <ol className="workshop-sessions">
        {workshop.sessions.map((session, index) => (
          <li key={session.id}>
            <Session language={language} session={session} frame={{ number: index + 1, timeZone: workshop.timeZone }} />
          </li>
        ))}
      </ol>
      <p className="muted small">
        {words.zone(`${workshop.timeZone} (${formatZone(language, first.startsAt, workshop.timeZone)})`)}
      </p>
    </section>
  );
}

interface SessionProps {
  language: Language;
  session: PublicSession;
  frame: { number: number; timeZone: string };
}

function Session({ language, session, frame }: SessionProps) {
  const words = programmeMessages[language];
  const { title, description, startsAt, endsAt, location, isOnline } = session;
  const { timeZone } = frame;
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  const place = location ? [location.name, location.address, location.city].filter(Boolean).join(", ") : undefined;
  return (
    <div className="workshop-session">
      <DateLeaf language={language} at={startsAt} timeZone={timeZone} />
      <div>
        <h3 className="workshop-session-title" lang={title ? foreign(language, title) : undefined}>
          {title?.text ?? words.workshop.session(frame.number)}
        </h3>
        <ul className="workshop-card-facts">
          <li>
            <time dateTime={startsAt}>{formatRange(language, { startsAt, endsAt, timeZone })}</time>
          </li>
          <li>{formatMinutes(language, minutes)}</li>
          {(place || isOnline) && <li>{place ?? words.online}</li>}
        </ul>
        {description && (
          <p className="workshop-session-text" lang={foreign(language, description)}>
            {description.text}
          </p>
        )}
      </div>
    </div>
  );
}
