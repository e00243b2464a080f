import type { Language } from "../../shared/kernel/locale.ts";
import { homePath, workshopPath, workshopsPath } from "../../web/public/addresses.ts";
import type { PageRoute } from "../platform/http/page-route.ts";
import type { SharedAnswer } from "../platform/http/ready-page.ts";
import type { PageDeps } from "./deps.ts";
import { favicon } from "./favicon.ts";
import { themeScript } from "./renderer.tsx";

const forADay = "public, max-age=86400";
const forGood = "public, max-age=31536000, immutable";

/** The small files that browsers and search engines ask for. */
export function fileRoutes(deps: PageDeps): PageRoute[] {
  const file = (path: string, make: () => SharedAnswer | Promise<SharedAnswer>): PageRoute => ({
    method: "GET",
    path,
    address: () => path,
    make: async () => make(),
  });
  return [
    file("/theme.js", () => ({
      body: themeScript.body,
      contentType: "text/javascript; charset=utf-8",
      tags: [],
      cacheControl: forGood,
    })),
    file("/favicon.svg", () => ({ body: favicon, contentType: "image/svg+xml", tags: [], cacheControl: forADay })),
    file("/robots.txt", () => ({
      body: robots(deps.publicUrl),
      contentType: "text/plain; charset=utf-8",
      tags: [],
      cacheControl: forADay,
    })),
    file("/sitemap.xml", async () => ({
      body: await sitemap(deps),
      contentType: "application/xml; charset=utf-8",
      tags: [deps.catalogue.cacheTags.list, deps.catalogue.cacheTags.addresses],
    })),
  ];
}

function robots(publicUrl: string): string {
  const closed = ["/api/", "/studio", "/*/account/", "/*/me", "/*/setup", "/*/workshops/*/enrol"];
  return [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${publicUrl}/sitemap.xml`,
    "",
  ].join("\n");
}

type Addresses = Partial<Record<Language, string>>;

/** Every page in each of its languages, with the others beside it (https://www.sitemaps.org, hreflang by xhtml:link). */
async function sitemap({ catalogue, publicUrl }: PageDeps): Promise<string> {
  const workshops = await catalogue.listPublicAddresses();
  const pages: { addresses: Addresses; changedAt?: string }[] = [
    { addresses: { en: homePath("en"), pl: homePath("pl") } },
    { addresses: { en: workshopsPath("en"), pl: workshopsPath("pl") } },
    ...workshops.map(({ slugs, updatedAt }) => ({
      addresses: {
        ...(slugs.en ? { en: workshopPath("en", slugs.en) } : {}),
        ...(slugs.pl ? { pl: workshopPath("pl", slugs.pl) } : {}),
      },
      changedAt: updatedAt,
    })),
  ];
  const urls = pages.flatMap(({ addresses, changedAt }) => {
    const links = Object.entries(addresses).map(
      ([language, path]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${publicUrl}${path}"/>`,
    );
    const changed = changedAt ? `<lastmod>${changedAt}</lastmod>` : "";
    return Object.values(addresses).map(
      (path) => `<url><loc>${publicUrl}${path}</loc>${changed}${links.join("")}</url>`,
    );
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    "</urlset>",
    "",
  ].join("\n");
}
