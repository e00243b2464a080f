import type { ReactNode } from "react";
import { I18nProvider, useLocale } from "react-aria-components";
import type { Language } from "../../../shared/kernel/locale.ts";

/** Wraps the whole app once: the interactive parts speak, count and lay out dates in this language. */
export function InterfaceLanguage({ language, children }: { language: Language; children: ReactNode }) {
  return <I18nProvider locale={language === "pl" ? "pl-PL" : "en-GB"}>{children}</I18nProvider>;
}

export function useInterfaceLanguage(): Language {
  return useLocale().locale.startsWith("pl") ? "pl" : "en";
}
