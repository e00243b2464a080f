import type { Language } from "../../shared/kernel/locale.ts";
import { ButtonLink } from "../design-system/button.tsx";
import { ErrorMessage } from "../design-system/error-message.tsx";
import { messagesFor } from "../i18n/messages.ts";
import { signInPath, workshopsPath } from "./addresses.ts";

export interface FailurePageProps {
  language: Language;
  status: number;
  /** What happened, in one sentence. */
  reason: string;
  requestId: string;
  /** The site is held still on purpose, and the reason says so. */
  isMaintenance?: boolean;
  /** Where the reader wanted to go. */
  url: string;
}

/** The heading and the advice that go with a status. */
export function failureWords(
  language: Language,
  { status, reason, isMaintenance = false }: Pick<FailurePageProps, "status" | "reason" | "isMaintenance">,
) {
  const words = messagesFor(language).errorPage;
  if (status === 404 || status === 410) return { title: words.notFoundTitle, text: words.notFoundText };
  if (status === 403) return { title: words.forbiddenTitle, text: reason };
  if (status === 401) return { title: words.signInTitle, text: words.signInText };
  if (status === 429) return { title: words.busyTitle, text: words.busyText };
  if (status === 503) return { title: words.awayTitle, text: isMaintenance ? reason : words.awayText };
  if (status >= 500) return { title: words.failedTitle, text: words.failedText };
  return { title: reason, text: "" };
}

export function FailurePage({ language, status, reason, isMaintenance = false, requestId, url }: FailurePageProps) {
  const common = messagesFor(language);
  const { title, text } = failureWords(language, { status, reason, isMaintenance });
  return (
    <ErrorMessage
      language={language}
      title={title}
      requestId={status >= 500 && status !== 503 ? requestId : undefined}
      actions={
        <>
          {status === 401 && (
            <ButtonLink variant="primary" href={signInPath(language, url)}>
              {common.signIn}
            </ButtonLink>
          )}
          <ButtonLink href={workshopsPath(language)}>{common.errorPage.goHome}</ButtonLink>
        </>
      }
    >
      {text && <p>{text}</p>}
    </ErrorMessage>
  );
}
