import type { Language } from "../../shared/kernel/locale.ts";
import { messagesFor } from "../i18n/messages.ts";
import { siteMessages } from "../i18n/site.ts";

/** What a page says about itself to browsers, search engines and whoever shows a link to it. */
export interface PageFacts {
  /** Without the site's name; none for the home page. */
  title?: string | undefined;
  description?: string | undefined;
  /** The page's one address, as a path; a page without one is kept out of search engines. */
  canonical?: string | undefined;
  /** The same page in each language it exists in. */
  alternates?: Partial<Record<Language, string>> | undefined;
  /** Where a reader of unknown language is sent. */
  defaultAlternate?: string | undefined;
  openGraphType?: "website" | "article" | undefined;
  /** Structured data about what the page is about. */
  jsonLd?: object | undefined;
}

/** The site's own files and address. */
export interface SiteFiles {
  publicUrl: string;
  stylesheets: readonly string[];
  /** Module scripts. */
  scripts: readonly string[];
  /** Modules that those scripts import, fetched at once. */
  preloads: readonly string[];
  /** Chooses the colours before anything is painted. */
  themeScript: string;
}

/** Everything in `<head>`. Nothing is inline but data. */
export function PageHead({ language, facts, files }: { language: Language; facts: PageFacts; files: SiteFiles }) {
  const name = messagesFor(language).productName;
  const title = facts.title ? `${facts.title} · ${name}` : `${name} – ${siteMessages[language].home.title}`;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf8f3" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#141614" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <script src={files.themeScript} />
      {files.stylesheets.map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {files.preloads.map((href) => (
        <link key={href} rel="modulepreload" href={href} />
      ))}
      {files.scripts.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
      <SearchFacts language={language} facts={facts} publicUrl={files.publicUrl} />
      <OpenGraph language={language} facts={{ ...facts, title: facts.title ?? title }} publicUrl={files.publicUrl} />
      {facts.jsonLd && <JsonData type="application/ld+json" data={facts.jsonLd} />}
    </head>
  );
}

interface FactsProps {
  language: Language;
  facts: PageFacts;
  publicUrl: string;
}

function SearchFacts({ language, facts, publicUrl }: FactsProps) {
  const { canonical, alternates = {}, defaultAlternate } = facts;
  return (
    <>
      <meta name="description" content={facts.description ?? siteMessages[language].description} />
      {canonical ? (
        <link rel="canonical" href={publicUrl + canonical} />
      ) : (
        <meta name="robots" content="noindex, nofollow" />
      )}
      {Object.entries(alternates).map(([each, path]) => (
        <link key={each} rel="alternate" hrefLang={each} href={publicUrl + path} />
      ))}
      {defaultAlternate && <link rel="alternate" hrefLang="x-default" href={publicUrl + defaultAlternate} />}
    </>
  );
}

const regions: Record<Language, string> = { en: "en_GB", pl: "pl_PL" };

function OpenGraph({ language, facts, publicUrl }: FactsProps) {
  if (!facts.canonical) return null;
  const others = (["en", "pl"] as const).filter((each) => each !== language && facts.alternates?.[each]);
  return (
    <>
      <meta property="og:site_name" content={messagesFor(language).productName} />
      <meta property="og:type" content={facts.openGraphType ?? "website"} />
      <meta property="og:title" content={facts.title} />
      <meta property="og:description" content={facts.description ?? siteMessages[language].description} />
      <meta property="og:url" content={publicUrl + facts.canonical} />
      <meta property="og:locale" content={regions[language]} />
      {others.map((each) => (
        <meta key={each} property="og:locale:alternate" content={regions[each]} />
      ))}
      <meta name="twitter:card" content="summary" />
    </>
  );
}

/** JSON inside the page. No `<` is left in it, so no text can close the element. */
export function JsonData({ type, data, id }: { type: string; data: object; id?: string }) {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes, and JSON would no longer be JSON
  return <script type={type} id={id} dangerouslySetInnerHTML={{ __html: json }} />;
}
