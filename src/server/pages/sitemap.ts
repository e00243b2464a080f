import { AppError } from "../../shared/kernel/error.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { homePath, workshopPath, workshopsPath } from "../../web/public/addresses.ts";
import type { PageRoute } from "../platform/http/page-route.ts";
import type { SharedAnswer } from "../platform/http/ready-page.ts";
import type { PageDeps } from "./deps.ts";

/** A file may have 50,000 addresses; so few keep what is made and kept at a time under two megabytes. */
const workshopsPerFile = 2_000;

type Deps = Pick<PageDeps, "catalogue" | "publicUrl">;
type Addresses = Partial<Record<Language, string>>;

interface Listed {
  addresses: Addresses;
  changedAt?: string;
}

const fixedPages: Listed[] = [
  { addresses: { en: homePath("en"), pl: homePath("pl") } },
  { addresses: { en: workshopsPath("en"), pl: workshopsPath("pl") } },
];

/** One file while all fits into it; beyond that a list of files, each with its share (https://www.sitemaps.org). */
export function sitemapRoutes(deps: Deps): PageRoute[] {
  const { list, addresses } = deps.catalogue.cacheTags;
  const xml = (body: string): SharedAnswer => ({
    body,
    contentType: "application/xml; charset=utf-8",
    tags: [list, addresses],
  });
  const countFiles = async () => Math.ceil((await deps.catalogue.countPublicAddresses()) / workshopsPerFile);
  return [
    {
      method: "GET",
      path: "/sitemap.xml",
      address: () => "/sitemap.xml",
      async make() {
        const files = await countFiles();
        return xml(files > 1 ? filesOf(deps.publicUrl, files) : await fileOf(deps, 1));
      },
    },
    {
      method: "GET",
      path: "/sitemaps/:number",
      address: ({ params }) => `/sitemaps/${numberOf(params.number)}`,
      async make({ params }) {
        const number = numberOf(params.number);
        if (number > (await countFiles())) throw new AppError("not_found");
        return xml(await fileOf(deps, number));
      },
    },
  ];
}

/** @throws {AppError} not_found */
function numberOf(text = ""): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new AppError("not_found");
  return Number(text);
}

const filesOf = (publicUrl: string, files: number): string =>
  document(
    "sitemapindex",
    Array.from({ length: files }, (_, n) => `<sitemap><loc>${publicUrl}/sitemaps/${n + 1}</loc></sitemap>`),
  );

/** Every page in each of its languages, with the others beside it (hreflang by xhtml:link). */
async function fileOf({ catalogue, publicUrl }: Deps, number: number): Promise<string> {
  const workshops = await catalogue.listPublicAddresses({
    limit: workshopsPerFile,
    offset: (number - 1) * workshopsPerFile,
  });
  const pages: Listed[] = [
    ...(number === 1 ? fixedPages : []),
    ...workshops.map(({ slugs, updatedAt }) => ({
      addresses: {
        ...(slugs.en ? { en: workshopPath("en", slugs.en) } : {}),
        ...(slugs.pl ? { pl: workshopPath("pl", slugs.pl) } : {}),
      },
      changedAt: updatedAt,
    })),
  ];
  return document(
    'urlset xmlns:xhtml="http://www.w3.org/1999/xhtml"',
    pages.flatMap((page) => urlsOf(publicUrl, page)),
  );
}

function urlsOf(publicUrl: string, { addresses, changedAt }: Listed): string[] {
  const links = Object.entries(addresses).map(
    ([language, path]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${publicUrl}${path}"/>`,
  );
  const changed = changedAt ? `<lastmod>${changedAt}</lastmod>` : "";
  return Object.values(addresses).map((path) => `<url><loc>${publicUrl}${path}</loc>${changed}${links.join("")}</url>`);
}

const document = (root: string, lines: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...lines,
    `</${root.split(" ")[0]}>`,
    "",
  ].join("\n");
