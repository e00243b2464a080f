import type { MyEnrolment } from "../../shared/enrolment/contract.ts";
import type { Profile } from "../../shared/identity/contract.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { Button, ButtonLink } from "../design-system/button.tsx";
import { EmptyState } from "../design-system/empty-state.tsx";
import { Notice } from "../design-system/notice.tsx";
import { enrollingMessages } from "../i18n/enrolling.ts";
import { messagesFor } from "../i18n/messages.ts";
import { accountPath, mePath, questionnairePath, workshopsPath } from "./addresses.ts";
import type { FormErrors } from "./form-errors.ts";
import { FormProblems } from "./form-problems.tsx";
import { MyEnrolments } from "./my-enrolments.tsx";
import { PasswordForm, ProfileForm } from "./profile-forms.tsx";
import { foreign, type ReadPart } from "./workshop/foreign-text.ts";

export interface MePageProps {
  language: Language;
  profile: Profile;
  enrolments: readonly MyEnrolment[];
  nextCursor: string | null;
  questionnaires: readonly { id: string; title: ReadPart; workshop: ReadPart }[];
  hasStudio: boolean;
  done?: "cancel" | "decline" | "accept" | "profile" | "password" | undefined;
  errors: FormErrors;
  /** What was entered into the form that came back. */
  values: Record<string, string>;
}

/** One's own page: seats, what waits for an answer, and who one is here. */
export function MePage(props: MePageProps) {
  const { language, profile, done, errors, hasStudio } = props;
  const words = enrollingMessages[language];
  return (
    <div className="me">
      <header className="me-header">
        <h1>{words.me.greeting(profile.name)}</h1>
        <div className="cluster">
          {hasStudio && <ButtonLink href="/studio">{words.me.toStudio}</ButtonLink>}
          <form method="post" action={accountPath(language, "sign-out")}>
            <Button type="submit">{messagesFor(language).signOut}</Button>
          </form>
        </div>
      </header>
      {done && <Notice tone="success" title={words.done[done]} isLive />}
      <FormProblems language={language} errors={errors} />
      <div className="me-columns">
        <div className="me-main">
          <Questionnaires {...props} />
          <Enrolments {...props} />
        </div>
        <aside className="me-aside" aria-label={words.me.profile}>
          <ProfileForm language={language} profile={profile} errors={errors} values={props.values} />
          <PasswordForm language={language} email={profile.email} errors={errors} />
        </aside>
      </div>
    </div>
  );
}

function Questionnaires({ language, questionnaires }: MePageProps) {
  const words = enrollingMessages[language].me;
  if (questionnaires.length === 0) return null;
  return (
    <section className="me-section" aria-labelledby="questionnaires">
      <h2 id="questionnaires">{words.questionnaires}</h2>
      <ul className="me-questionnaires">
        {questionnaires.map(({ id, title, workshop }) => (
          <li key={id}>
            <p>
              <a href={questionnairePath(language, id)} lang={foreign(language, title)}>
                {title.text}
              </a>
            </p>
            <p className="muted small" lang={foreign(language, workshop)}>
              {workshop.text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Enrolments({ language, enrolments, nextCursor }: MePageProps) {
  const words = enrollingMessages[language].me;
  return (
    <section className="me-section" aria-labelledby="enrolments">
      <h2 id="enrolments">{words.upcoming}</h2>
      {enrolments.length > 0 ? (
        <MyEnrolments language={language} enrolments={enrolments} />
      ) : (
        <EmptyState
          title={words.emptyTitle}
          headingLevel={3}
          action={
            <ButtonLink variant="primary" href={workshopsPath(language)}>
              {words.find}
            </ButtonLink>
          }
        >
          <p>{words.emptyText}</p>
        </EmptyState>
      )}
      {nextCursor && (
        <p>
          <a href={`${mePath(language)}?cursor=${encodeURIComponent(nextCursor)}`}>{words.more}</a>
        </p>
      )}
    </section>
  );
}
