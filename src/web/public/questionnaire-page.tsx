import { type Language, type LocalisedText, readText } from "../../shared/kernel/locale.ts";
import type { PublishedQuestionnaire, Question } from "../../shared/questionnaires/questionnaire.ts";
import { Breadcrumb } from "../design-system/breadcrumb.tsx";
import { ButtonLink } from "../design-system/button.tsx";
import { Notice } from "../design-system/notice.tsx";
import { answeringMessages } from "../i18n/answering.ts";
import { formatDateTime } from "../i18n/format.ts";
import { messagesFor } from "../i18n/messages.ts";
import { programmeMessages } from "../i18n/programme.ts";
import { questionnairePath, signInPath, workshopPath, workshopsPath } from "./addresses.ts";
import { JsonData } from "./page-head.tsx";
import { foreign } from "./workshop/foreign-text.ts";

/** Whether one can answer now; signing in is a matter of the person, the rest of the questionnaire. */
export type AnswerState = "open" | "sign_in" | "not_yet" | "closed";

export interface QuestionnairePageProps {
  language: Language;
  questionnaire: PublishedQuestionnaire;
  state: AnswerState;
  /** Who is signed in; what they type stays apart from what others type on the same device. */
  personId: string | null;
}

/** The page around the runner. Inside `#questionnaire` stands what is read while, or where, no script runs. */
export function QuestionnairePage({ language, questionnaire, state, personId }: QuestionnairePageProps) {
  const { content } = questionnaire;
  return (
    <article className="questionnaire-page">
      <header className="questionnaire-header">
        <WorkshopTrail language={language} questionnaire={questionnaire} />
        <h1>
          <Read language={language} text={content.title} />
        </h1>
        <Facts language={language} questionnaire={questionnaire} />
        <Introduction language={language} text={content.introduction} />
      </header>
      <StateNotice language={language} questionnaire={questionnaire} state={state} />
      {state === "open" ? (
        <>
          <div id="questionnaire">
            <noscript>
              <Notice tone="info">
                <p>{answeringMessages[language].noScript}</p>
              </Notice>
            </noscript>
            <Outline language={language} questionnaire={questionnaire} />
          </div>
          <JsonData type="application/json" id="questionnaire-props" data={{ questionnaire, language, personId }} />
        </>
      ) : (
        <Outline language={language} questionnaire={questionnaire} />
      )}
    </article>
  );
}

interface PartProps {
  language: Language;
  questionnaire: PublishedQuestionnaire;
}

function Read({ language, text }: { language: Language; text: LocalisedText }) {
  const read = readText(text, language);
  return read ? <span lang={foreign(language, read)}>{read.text}</span> : null;
}

function WorkshopTrail({ language, questionnaire: { workshop } }: PartProps) {
  const slug = workshop?.slugs[language] ?? workshop?.slugs.en ?? workshop?.slugs.pl;
  const title = readText(workshop?.title, language);
  if (!slug || !title) return null;
  return (
    <Breadcrumb
      language={language}
      items={[
        { label: programmeMessages[language].title, href: workshopsPath(language) },
        { label: title.text, href: workshopPath(language, slug), lang: foreign(language, title) },
        { label: answeringMessages[language].questionnaire },
      ]}
    />
  );
}

function Facts({ language, questionnaire }: PartProps) {
  const words = answeringMessages[language];
  const count = questionnaire.content.sections.flatMap(({ questions }) => questions).length;
  return (
    <ul className="workshop-card-facts">
      <li>{words.questions(count)}</li>
      <li>{questionnaire.identityMode === "anonymous" ? words.anonymous : words.identified}</li>
      {questionnaire.closesAt && (
        <li>{words.until(formatDateTime(language, questionnaire.closesAt, { timeZone: "Europe/Warsaw" }))}</li>
      )}
    </ul>
  );
}

function Introduction({ language, text }: { language: Language; text: LocalisedText }) {
  const read = readText(text, language);
  if (!read) return null;
  const paragraphs = read.text.split(/\n\s*\n/);
  return (
    <div className="prose" lang={foreign(language, read)}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}

function StateNotice({ language, questionnaire, state }: PartProps & { state: AnswerState }) {
  const words = answeringMessages[language];
  const { id, opensAt, languages } = questionnaire;
  const [only] = languages;
  if (state === "closed") return <Notice tone="info" title={words.closed} />;
  if (state === "not_yet" && opensAt) {
    return (
      <Notice tone="info" title={words.notYet(formatDateTime(language, opensAt, { timeZone: "Europe/Warsaw" }))} />
    );
  }
  if (state === "sign_in") {
    const signIn = (
      <ButtonLink variant="primary" href={signInPath(language, questionnairePath(language, id))}>
        {messagesFor(language).signIn}
      </ButtonLink>
    );
    return (
      <Notice tone="info" title={words.signInTitle} actions={signIn}>
        <p>{words.signInText}</p>
      </Notice>
    );
  }
  return only && !languages.includes(language) ? <Notice tone="info" title={words.otherLanguage[only]} /> : null;
}

/** All sections and questions, to read. */
function Outline({ language, questionnaire }: PartProps) {
  return (
    <div className="questionnaire-outline">
      {questionnaire.content.sections.map((section, index, sections) => (
        <section key={section.id}>
          <h2>
            <Read language={language} text={section.title} />
          </h2>
          <Introduction language={language} text={section.description} />
          <ol start={1 + sections.slice(0, index).flatMap(({ questions }) => questions).length}>
            {section.questions.map((question) => (
              <li key={question.id}>
                <QuestionOutline language={language} question={question} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function QuestionOutline({ language, question }: { language: Language; question: Question }) {
  const options = "options" in question ? question.options : [];
  return (
    <>
      <p>
        <Read language={language} text={question.text} />
      </p>
      {readText(question.help, language) && (
        <p className="muted small">
          <Read language={language} text={question.help} />
        </p>
      )}
      {options.length > 0 && (
        <ul>
          {options.map(({ code, label }) => (
            <li key={code}>
              <Read language={language} text={label} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
