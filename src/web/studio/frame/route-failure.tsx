import { ApiError } from "../../api/api-error.ts";
import { Button, ButtonLink } from "../../design-system/button.tsx";
import { ErrorMessage } from "../../design-system/error-message.tsx";
import { messagesFor } from "../../i18n/messages.ts";
import { useStudioLanguage } from "./use-profile.ts";

/** What happened, what can be done, and the reference that finds it in the logs. */
export function FailureNotice({ error, onRetry }: { error: Error; onRetry?: (() => void) | undefined }) {
  const language = useStudioLanguage();
  const words = messagesFor(language);
  const problem = error instanceof ApiError ? error.problem : undefined;
  const isOffline = problem?.code === "offline";
  const title = isOffline ? words.errorPage.offlineTitle : (problem?.title ?? words.errorPage.failedTitle);
  const isOurs = problem === undefined || problem.status >= 500;
  return (
    <ErrorMessage
      language={language}
      title={title}
      requestId={problem?.requestId}
      actions={onRetry && <Button onClick={onRetry}>{words.retry}</Button>}
    >
      {isOffline ? words.errorPage.offlineText : isOurs && words.errorPage.failedText}
    </ErrorMessage>
  );
}

/** The page that is shown when a page of the studio fails to render or to load. */
export function RouteFailure({ error }: { error: unknown }) {
  const failure = error instanceof Error ? error : new Error(String(error));
  return <FailureNotice error={failure} onRetry={() => window.location.reload()} />;
}

export function NotFoundPage() {
  const language = useStudioLanguage();
  const words = messagesFor(language);
  return (
    <ErrorMessage
      language={language}
      title={words.errorPage.notFoundTitle}
      actions={<ButtonLink href="/studio">{words.studio}</ButtonLink>}
    >
      {words.errorPage.notFoundText}
    </ErrorMessage>
  );
}
