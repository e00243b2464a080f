import type { Language } from "../../shared/kernel/locale.ts";
import { Button } from "../design-system/button.tsx";
import { messagesFor } from "../i18n/messages.ts";
import { siteMessages } from "../i18n/site.ts";
import { workshopsPath } from "./addresses.ts";

/** One field that leads to the list of workshops. */
export function SearchBox({ language }: { language: Language }) {
  const words = siteMessages[language].home;
  return (
    <search className="search-box">
      <form action={workshopsPath(language)} className="search-box-form">
        <label className="search-box-label" htmlFor="q">
          {words.search}
        </label>
        <input
          className="input search-box-input"
          id="q"
          name="q"
          type="search"
          maxLength={200}
          placeholder={words.searchHint}
          enterKeyHint="search"
        />
        <Button type="submit" variant="primary" size="large">
          {messagesFor(language).search}
        </Button>
      </form>
    </search>
  );
}
