import type { Language } from "../../shared/kernel/locale.ts";
import { messagesFor } from "../i18n/messages.ts";
import { themeChoices } from "./theme.ts";

/**
 * Light, dark, or what the system says. The server cannot know the choice (pages are cached for everyone),
 * so `startThemeSwitches` of theme.ts marks and answers the buttons; without scripts the switch is not shown.
 */
export function ThemeSwitch({ language }: { language: Language }) {
  const words = messagesFor(language).theme;
  return (
    <fieldset className="theme-switch">
      <legend className="visually-hidden">{words.label}</legend>
      {themeChoices.map((choice) => (
        <button key={choice} type="button" className="theme-switch-item" data-theme-choice={choice}>
          {words[choice]}
        </button>
      ))}
    </fieldset>
  );
}
