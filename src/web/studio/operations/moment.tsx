import { defaultTimeZone } from "../../../shared/kernel/instant.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import { formatDateTime } from "../../i18n/format.ts";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";

/** A moment on one line, or a word where there was none. */
export function Moment({ at }: { at: string | null }) {
  const language = useStudioLanguage();
  if (at === null) return <span className="muted">{momentText(language, at)}</span>;
  return (
    <time className="nowrap" dateTime={at}>
      {momentText(language, at)}
    </time>
  );
}

/** The same as text, for the middle of a sentence. */
export function momentText(language: Language, at: string | null): string {
  if (at === null) return operationsMessages[language].never;
  return formatDateTime(language, at, { timeZone: defaultTimeZone, style: "medium" });
}
