import type { PublicWorkshop } from "../../shared/catalogue/workshop.ts";
import type { Enrolment } from "../../shared/enrolment/contract.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { Breadcrumb } from "../design-system/breadcrumb.tsx";
import { Button, ButtonLink } from "../design-system/button.tsx";
import { Notice } from "../design-system/notice.tsx";
import { formatSpan } from "../i18n/calendar-leaf.ts";
import { enrollingMessages } from "../i18n/enrolling.ts";
import { programmeMessages } from "../i18n/programme.ts";
import { accountPath, enrolPath, signInPath, workshopPath, workshopsPath } from "./addresses.ts";
import { EnrolmentState } from "./enrolment-state.tsx";
import { foreign } from "./workshop/foreign-text.ts";

export type Obstacle = "overlaps_enrolment" | "facilitates";
export type DoneNotice = "cancel" | "decline" | "accept";

/** Where the reader stands with this workshop. */
export type EnrolView =
  | { kind: "anonymous" }
  | { kind: "open"; seat: "confirmed" | "waitlisted" | "pending"; email: string }
  | { kind: "closed"; reason: "started" | "cancelled" | "full" }
  | { kind: "confirm"; obstacles: readonly Obstacle[] }
  | { kind: "enrolled"; enrolment: Enrolment };

export interface EnrolPageProps {
  language: Language;
  workshop: PublicWorkshop;
  view: EnrolView;
  done?: DoneNotice | undefined;
  /** Why the last press had no effect. */
  problem?: string | undefined;
}

/** One's own seat in a workshop: how to get it, what it is, how to give it back. */
export function EnrolPage({ language, workshop, view, done, problem }: EnrolPageProps) {
  const words = enrollingMessages[language];
  const { title, slug, startsAt, endsAt, timeZone } = workshop;
  return (
    <div className="narrow-page">
      <Breadcrumb
        language={language}
        items={[
          { label: programmeMessages[language].title, href: workshopsPath(language) },
          { label: title.text, href: workshopPath(language, slug), lang: foreign(language, title) },
          { label: words.title },
        ]}
      />
      <header className="stack-tight">
        <h1>{words.title}</h1>
        <p className="enrol-workshop">
          <span lang={foreign(language, title)}>{title.text}</span>
          {startsAt && endsAt && (
            <time dateTime={startsAt}>{formatSpan(language, { startsAt, endsAt, timeZone })}</time>
          )}
        </p>
      </header>
      {problem && <Notice tone="danger" title={problem} isLive />}
      {done && <Notice tone="success" title={words.done[done]} isLive />}
      <View language={language} workshop={workshop} view={view} />
      <p>
        <a href={workshopPath(language, slug)}>{words.toWorkshop}</a>
      </p>
    </div>
  );
}

type ViewProps = Pick<EnrolPageProps, "language" | "workshop" | "view">;

function View({ language, workshop, view }: ViewProps) {
  const words = enrollingMessages[language];
  const action = enrolPath(language, workshop.slug);
  switch (view.kind) {
    case "anonymous":
      return <AccountChoice language={language} returnTo={action} />;
    case "closed":
      return <p className="lead">{words.closed[view.reason]}</p>;
    case "enrolled":
      return (
        <section className="enrol-state">
          <EnrolmentState
            language={language}
            enrolment={view.enrolment}
            context={{ action, timeZone: workshop.timeZone }}
          />
        </section>
      );
    case "confirm":
      return <Confirmation language={language} action={action} obstacles={view.obstacles} />;
    case "open": {
      const [text, label] = {
        confirmed: [words.willConfirm, words.enrol],
        waitlisted: [words.willWait, words.join],
        pending: [words.willPend, words.apply],
      }[view.seat];
      return (
        <form method="post" action={action} className="form">
          <input type="hidden" name="action" value="enrol" />
          <p className="lead">{text}</p>
          <p className="muted">{words.mailNote(view.email)}</p>
          <div className="form-actions">
            <Button type="submit" variant="primary" size="large">
              {label}
            </Button>
          </div>
        </form>
      );
    }
  }
}

function AccountChoice({ language, returnTo }: { language: Language; returnTo: string }) {
  const words = enrollingMessages[language];
  return (
    <section className="stack" aria-labelledby="account-choice">
      <h2 id="account-choice">{words.choiceTitle}</h2>
      <p className="lead">{words.choiceText}</p>
      <div className="form-actions">
        <ButtonLink variant="primary" size="large" href={accountPath(language, "register", { return: returnTo })}>
          {words.register}
        </ButtonLink>
        <ButtonLink size="large" href={signInPath(language, returnTo)}>
          {words.signIn}
        </ButtonLink>
      </div>
      <p className="muted small">{words.backAfter}</p>
    </section>
  );
}

interface ConfirmationProps {
  language: Language;
  action: string;
  obstacles: readonly Obstacle[];
}

function Confirmation({ language, action, obstacles }: ConfirmationProps) {
  const words = enrollingMessages[language];
  return (
    <form method="post" action={action} className="form">
      <input type="hidden" name="action" value="enrol" />
      <input type="hidden" name="isConfirmed" value="true" />
      <Notice tone="warning" title={words.confirmTitle} isLive>
        <ul>
          {obstacles.map((obstacle) => (
            <li key={obstacle}>{words.obstacles[obstacle]}</li>
          ))}
        </ul>
      </Notice>
      <div className="form-actions">
        <Button type="submit" variant="primary">
          {words.confirm}
        </Button>
        <ButtonLink href={action}>{words.notNow}</ButtonLink>
      </div>
    </form>
  );
}
