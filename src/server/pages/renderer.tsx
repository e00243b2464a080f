import { createHash } from "node:crypto";
import type { ReactElement, ReactNode } from "react";
import { renderToString } from "react-dom/server";
import type { Language } from "../../shared/kernel/locale.ts";
import { themeBootScript } from "../../web/design-system/theme.ts";
import { type PageFacts, PageHead, type SiteFiles } from "../../web/public/page-head.tsx";
import { SiteFrame, type SitePlace } from "../../web/public/site-frame.tsx";
import type { Assets } from "../platform/http/asset-manifest.ts";
import { inOtherLanguage } from "./page-address.ts";

export interface SitePage {
  language: Language;
  /** The page's own address, for the language switch. */
  url: string;
  facts: PageFacts;
  place?: SitePlace;
  /** A browser entry that this page needs besides the site's. */
  entry?: "questionnaire";
  body: ReactNode;
}

export interface Renderer {
  /** A page of the site as HTML. */
  page(page: SitePage): string;
  /** A document without the site's frame, for the studio. */
  shell(shell: { language: Language; title: string; entry: string; body: ReactNode }): string;
}

/** The colours' script under an address that changes with it, so that browsers may keep it for good. */
export const themeScript = {
  body: themeBootScript,
  path: `/theme.js?v=${createHash("sha256").update(themeBootScript).digest("hex").slice(0, 12)}`,
};

export function createRenderer({ assets, publicUrl }: { assets: Assets; publicUrl: string }): Renderer {
  const filesOf = (entries: string[]): SiteFiles => {
    const scripts = entries.map((entry) => assets.scriptOf(entry));
    const sources = scripts.map(({ src }) => src).filter(Boolean);
    return {
      publicUrl,
      stylesheets: [...new Set(entries.flatMap((entry) => assets.stylesheetsOf(entry)))],
      scripts: sources,
      preloads: [...new Set(scripts.flatMap(({ preloads }) => preloads))].filter((file) => !sources.includes(file)),
      themeScript: themeScript.path,
    };
  };
  return {
    page: (page) => {
      const { language, facts, place, entry, body } = page;
      return asDocument(
        <html lang={language}>
          <PageHead language={language} facts={facts} files={filesOf(entry ? ["site", entry] : ["site"])} />
          <body>
            <SiteFrame language={language} hrefs={switchAddresses(page)} place={place}>
              {body}
            </SiteFrame>
          </body>
        </html>,
      );
    },
    shell: ({ language, title, entry, body }) =>
      asDocument(
        <html lang={language}>
          <PageHead language={language} facts={{ title }} files={filesOf([entry])} />
          <body>{body}</body>
        </html>,
      ),
  };
}

/** The page in each language: under another path where it has one, such as another slug; else the same, query included. */
function switchAddresses({ url, language, facts }: SitePage): Record<Language, string> {
  const same = inOtherLanguage(url, language);
  const address = (each: Language) => {
    const own = facts.alternates?.[each];
    return own && pathOf(own) !== pathOf(same[each]) ? own : same[each];
  };
  return { en: address("en"), pl: address("pl") };
}

const pathOf = (url: string) => url.split("?")[0];

const asDocument = (document: ReactElement) => `<!doctype html>${renderToString(document)}`;
