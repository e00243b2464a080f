import type { Language } from "../../shared/kernel/locale.ts";
import { messagesFor } from "../i18n/messages.ts";

export interface LanguageSwitchProps {
  language: Language;
  /** This very page in each language. */
  hrefs: Record<Language, string>;
}

/** Each language by its own name, in its own language. */
export function LanguageSwitch({ language, hrefs }: LanguageSwitchProps) {
  const words = messagesFor(language);
  return (
    <nav className="language-switch" aria-label={words.languageSwitch}>
      {(["en", "pl"] as const).map((each) => (
        <a
          key={each}
          className="language-switch-item"
          href={hrefs[each]}
          lang={each}
          hrefLang={each}
          aria-current={each === language ? "true" : undefined}
        >
          {words.ownNameOf[each]}
        </a>
      ))}
    </nav>
  );
}
