import type { PageRoute } from "../platform/http/page-route.ts";
import type { SharedAnswer } from "../platform/http/ready-page.ts";
import type { PageDeps } from "./deps.ts";
import { favicon } from "./favicon.ts";
import { themeScript } from "./renderer.tsx";
import { sitemapRoutes } from "./sitemap.ts";

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
    ...sitemapRoutes(deps),
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
