import type { ReactNode } from "react";
import type { Language } from "../../shared/kernel/locale.ts";
import { messagesFor } from "../i18n/messages.ts";

export interface ErrorMessageProps {
  language: Language;
  /** What happened. */
  title: string;
  /** What to do now. */
  children: ReactNode;
  /** The reference that leads the operator to the log. */
  requestId?: string | undefined;
  headingLevel?: 1 | 2 | undefined;
  actions?: ReactNode;
}

/** A page, or a part of one, that could not be shown. */
export function ErrorMessage({ language, title, children, requestId, headingLevel = 1, actions }: ErrorMessageProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="error-message">
      <Heading>{title}</Heading>
      <div>{children}</div>
      {actions && <div className="cluster">{actions}</div>}
      {requestId && (
        <p className="error-message-reference">
          {messagesFor(language).reference}: <code>{requestId}</code>
        </p>
      )}
    </div>
  );
}
