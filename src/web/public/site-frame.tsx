import type { ReactNode } from "react";
import type { Language } from "../../shared/kernel/locale.ts";
import { LanguageSwitch } from "../design-system/language-switch.tsx";
import { ThemeSwitch } from "../design-system/theme-switch.tsx";
import { messagesFor } from "../i18n/messages.ts";
import { siteMessages } from "../i18n/site.ts";
import { homePath, mePath, workshopsPath } from "./addresses.ts";

export type SitePlace = "workshops" | "me";

export interface SiteFrameProps {
  language: Language;
  /** This page in each language. */
  hrefs: Record<Language, string>;
  place?: SitePlace | undefined;
  children: ReactNode;
}

/** What stands around every public page. The same for everyone, so that pages can be kept as they are. */
export function SiteFrame({ language, hrefs, place, children }: SiteFrameProps) {
  const common = messagesFor(language);
  const words = siteMessages[language];
  const places = [
    { id: "workshops", href: workshopsPath(language), label: words.workshops },
    { id: "me", href: mePath(language), label: words.myPage },
  ];
  return (
    <div className="site">
      <a className="skip-link" href="#content">
        {common.skipToContent}
      </a>
      <header className="site-header">
        <div className="page site-header-row">
          <a className="site-name" href={homePath(language)}>
            {common.productName}
          </a>
          <nav className="site-nav" aria-label={common.mainNavigation}>
            {places.map(({ id, href, label }) => (
              <a key={id} className="site-nav-item" href={href} aria-current={id === place ? "page" : undefined}>
                {label}
              </a>
            ))}
          </nav>
          <LanguageSwitch language={language} hrefs={hrefs} />
        </div>
      </header>
      <main id="content" className="page site-main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter language={language} />
    </div>
  );
}

function SiteFooter({ language }: { language: Language }) {
  const words = siteMessages[language];
  return (
    <footer className="site-footer">
      <div className="page site-footer-row">
        <p className="site-footer-words">{words.footer}</p>
        <ul className="site-footer-links">
          <li>
            <a href="/studio">{words.forOrganisers}</a>
          </li>
          <li>
            <a href="/api/docs">{words.api}</a>
          </li>
        </ul>
        <ThemeSwitch language={language} />
      </div>
    </footer>
  );
}
