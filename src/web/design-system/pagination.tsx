import type { Language } from "../../shared/kernel/locale.ts";
import { messagesFor } from "../i18n/messages.ts";
import { ButtonLink } from "./button.tsx";

export interface PaginationProps {
  language: Language;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** Such as "1–20 of 48 workshops". */
  summary?: string | undefined;
}

/** Steps through a list that is read by cursor, so it knows the neighbours only. */
export function Pagination({ language, previousHref, nextHref, summary }: PaginationProps) {
  const words = messagesFor(language);
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav className="pagination" aria-label={words.pagination}>
      {summary && <span className="pagination-summary">{summary}</span>}
      {previousHref && (
        <ButtonLink href={previousHref} rel="prev">
          {words.previous}
        </ButtonLink>
      )}
      {nextHref && (
        <ButtonLink href={nextHref} rel="next">
          {words.next}
        </ButtonLink>
      )}
    </nav>
  );
}
