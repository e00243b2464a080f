import type { MyEnrolment } from "../../shared/enrolment/contract.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { Badge } from "../design-system/badge.tsx";
import { formatSpan } from "../i18n/calendar-leaf.ts";
import { enrollingMessages } from "../i18n/enrolling.ts";
import { messagesFor } from "../i18n/messages.ts";
import { programmeMessages } from "../i18n/programme.ts";
import { DateLeaf } from "../widgets/date-leaf.tsx";
import { mePath, workshopPath } from "./addresses.ts";
import { EnrolmentState } from "./enrolment-state.tsx";
import { foreign } from "./workshop/foreign-text.ts";

const living: ReadonlySet<string> = new Set(["pending", "confirmed", "waitlisted", "offered"]);

/** One's enrolments, each with what can be done about it. */
export function MyEnrolments({ language, enrolments }: { language: Language; enrolments: readonly MyEnrolment[] }) {
  return (
    <ul className="me-enrolments">
      {enrolments.map((enrolment) => (
        <li key={enrolment.id}>
          <Entry language={language} enrolment={enrolment} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ language, enrolment }: { language: Language; enrolment: MyEnrolment }) {
  const { workshop } = enrolment;
  const { startsAt, endsAt, timeZone, title, slug } = workshop;
  const isLiving = living.has(enrolment.status) && !workshop.isCancelled;
  const action = `${mePath(language)}/enrolments/${enrolment.id}`;
  return (
    <article className={isLiving ? "me-enrolment" : "me-enrolment me-enrolment-past"}>
      {startsAt && <DateLeaf language={language} at={startsAt} timeZone={timeZone} />}
      <div className="me-enrolment-body">
        <h3 className="me-enrolment-title" lang={foreign(language, title)}>
          {slug ? <a href={workshopPath(language, slug)}>{title.text}</a> : title.text}
        </h3>
        <p className="muted small">
          {startsAt && endsAt ? (
            <time dateTime={startsAt}>{formatSpan(language, { startsAt, endsAt, timeZone })}</time>
          ) : (
            programmeMessages[language].dateOpen
          )}
        </p>
        {isLiving ? (
          <EnrolmentState language={language} enrolment={enrolment} context={{ action, timeZone, headingLevel: 4 }} />
        ) : (
          <p>
            <Badge tone={workshop.isCancelled ? "warning" : "neutral"}>
              {workshop.isCancelled
                ? enrollingMessages[language].me.cancelledWorkshop
                : messagesFor(language).enrolmentStatus[enrolment.status]}
            </Badge>
          </p>
        )}
      </div>
    </article>
  );
}
