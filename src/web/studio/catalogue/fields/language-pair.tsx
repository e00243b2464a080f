import type { ReactNode } from "react";
import type { Language } from "../../../../shared/kernel/locale.ts";
import { messagesFor } from "../../../i18n/messages.ts";
import { useWorkshopEditor } from "../editor-context.ts";

/** The same field in each language that is shown: one below its label, or both side by side. */
export function LanguagePair({ children }: { children: (language: Language) => ReactNode }) {
  const { shown } = useWorkshopEditor();
  return (
    <div className={shown.length > 1 ? "editor-pair editor-pair-both" : "editor-pair"}>
      {shown.map((language) => (
        <div key={language}>{children(language)}</div>
      ))}
    </div>
  );
}

/** A field's label with the language that the text is to be in. */
export function LanguageLabel({ label, of }: { label: string; of: Language }) {
  const { language } = useWorkshopEditor();
  return (
    <span className="editor-label">
      {label} <span className="editor-language">{messagesFor(language).languageName[of]}</span>
    </span>
  );
}
