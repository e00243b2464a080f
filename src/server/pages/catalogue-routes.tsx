import { catalogueContract } from "../../shared/catalogue/contract.ts";
import type { PublicWorkshop } from "../../shared/catalogue/workshop.ts";
import { AppError } from "../../shared/kernel/error.ts";
import { Slug } from "../../shared/kernel/id.ts";
import { type Language, languages } from "../../shared/kernel/locale.ts";
import { programmeMessages } from "../../web/i18n/programme.ts";
import { homePath, type ProgrammeQuery, workshopPath, workshopsPath } from "../../web/public/addresses.ts";
import { HomePage } from "../../web/public/home-page.tsx";
import type { EnrolmentWindow } from "../../web/public/workshop/enrolment-window.ts";
import { WorkshopPage } from "../../web/public/workshop/workshop-page.tsx";
import { WorkshopsPage } from "../../web/public/workshops-page.tsx";
import type { PageRoute, SharedPageContext } from "../platform/http/page-route.ts";
import type { SharedAnswer } from "../platform/http/ready-page.ts";
import type { PageDeps } from "./deps.ts";
import { eventData } from "./event-data.ts";

const html = "text/html; charset=utf-8";
const homeListLength = 5;
const pageLength = 12;

/** The pages that are the same for everyone who reads them. */
export function catalogueRoutes(deps: PageDeps): PageRoute[] {
  return [
    {
      method: "GET",
      path: "/:language",
      address: ({ language }) => homePath(language),
      make: (context) => home(deps, context),
    },
    {
      method: "GET",
      path: "/:language/workshops",
      address: ({ language, query }) => workshopsPath(language, readQuery(query)),
      make: (context) => programme(deps, context),
    },
    {
      method: "GET",
      path: "/:language/workshops/:slug",
      address: ({ language, params }) => workshopPath(language, readSlug(params.slug)),
      make: (context) => workshop(deps, context),
    },
  ];
}

async function home(deps: PageDeps, { language, url }: SharedPageContext): Promise<SharedAnswer> {
  const { catalogue, clock, renderer } = deps;
  const now = clock.now().toISOString();
  const [{ workshops, total }, tags] = await Promise.all([listNext(deps, language, now), catalogue.listTags()]);
  const themes = tags.items.filter(({ kind }) => kind === "theme");
  const facts = { canonical: homePath(language), alternates: inBoth(homePath), defaultAlternate: "/" };
  const body = <HomePage language={language} workshops={workshops} total={total} themes={themes} now={now} />;
  return {
    body: renderer.page({ language, url, facts, body }),
    contentType: html,
    tags: catalogue.cacheTags.listOf(workshops),
  };
}

/** What begins next. What has begun can no longer be joined, so it is shown only when there is nothing else. */
async function listNext({ catalogue }: PageDeps, language: Language, now: string) {
  const { items, total } = await catalogue.listWorkshops({ lang: language, limit: 2 * homeListLength });
  const ahead = items.filter(({ startsAt }) => startsAt === null || startsAt > now);
  return { total, workshops: (ahead.length > 0 ? ahead : items).slice(0, homeListLength) };
}

async function programme(deps: PageDeps, context: SharedPageContext): Promise<SharedAnswer> {
  const { language, url } = context;
  const query = readQuery(context.query);
  const now = deps.clock.now().toISOString();
  const [{ items, ...counted }, tags] = await Promise.all([
    deps.catalogue.listWorkshops({ ...query, lang: language, limit: pageLength }),
    deps.catalogue.listTags(),
  ]);
  const meanwhile = items.length > 0 ? [] : (await listNext(deps, language, now)).workshops;
  const page = { language, query, workshops: items, ...counted, tags: tags.items, meanwhile, now };
  const facts = programmeFacts(language, query);
  const body = deps.renderer.page({ language, url, facts, place: "workshops", body: <WorkshopsPage {...page} /> });
  return { body, contentType: html, tags: deps.catalogue.cacheTags.listOf([...items, ...meanwhile]) };
}

/** Searches and later pages are not pages of their own to a search engine; a tag's first page is. */
function programmeFacts(language: Language, { q, tag, cursor }: ProgrammeQuery) {
  const words = programmeMessages[language];
  const own = tag && !q && !cursor ? { tag } : {};
  return {
    title: q ? `${words.title}: ${q}` : words.title,
    description: words.description,
    canonical: workshopsPath(language, own),
    alternates: inBoth((each) => workshopsPath(each, own)),
    defaultAlternate: workshopsPath("en", own),
  };
}

const fields = catalogueContract.listWorkshops.query?.shape;

/** What of the query can be used; a mistyped part of an address is left out, and the form shows that it is. */
function readQuery(given: Record<string, string>): ProgrammeQuery {
  const read = (name: keyof ProgrammeQuery) => fields?.[name].safeParse(given[name] || undefined).data;
  return { q: read("q"), tag: read("tag"), from: read("from"), to: read("to"), cursor: read("cursor") };
}

async function workshop(deps: PageDeps, { params, language, url }: SharedPageContext): Promise<SharedAnswer> {
  const found = await findWorkshop(deps, params.slug, language);
  const tags = [deps.catalogue.cacheTags.workshop(found.id), deps.catalogue.cacheTags.addresses];
  if (found.slug !== params.slug) {
    return { status: 301, location: workshopPath(language, found.slug), body: "", contentType: html, tags };
  }
  const now = deps.clock.now();
  const questionnaires = await deps.questionnaires.listOpenForWorkshop(found.id, language);
  const open = questionnaires.map((each) => ({ ...each, closesAt: each.closesAt?.toISOString() ?? null }));
  const alternates = Object.fromEntries(
    found.languages.map((each) => [each, workshopPath(each, found.slugs[each] ?? found.slug)]),
  );
  const facts = {
    title: found.title.text,
    description: found.summary?.text ?? found.subtitle?.text,
    canonical: alternates[language] ?? Object.values(alternates)[0],
    alternates,
    defaultAlternate: alternates.en ?? alternates.pl,
    openGraphType: "article" as const,
    jsonLd: eventData(found, language, deps.publicUrl),
  };
  const window = enrolmentWindow(found, now);
  const body = <WorkshopPage language={language} workshop={found} window={window} questionnaires={open} />;
  return { body: deps.renderer.page({ language, url, facts, place: "workshops", body }), contentType: html, tags };
}

/** @throws {AppError} not_found for what cannot be a slug */
function readSlug(slug: string | undefined): string {
  if (!Slug.safeParse(slug).success) throw new AppError("not_found", { slug });
  return slug ?? "";
}

/** The public workshop that the slug names. @throws {AppError} not_found */
export async function findWorkshop(
  { catalogue }: Pick<PageDeps, "catalogue">,
  slug: string | undefined,
  language: Language,
): Promise<PublicWorkshop> {
  const isSlug = Slug.safeParse(slug).success;
  const found = isSlug && slug ? await catalogue.getPublicWorkshop(slug, language) : undefined;
  if (!found) throw new AppError("not_found", { slug });
  return found.workshop;
}

/** Whether one can still enrol. */
export function enrolmentWindow(
  { status, startsAt, endsAt }: Pick<PublicWorkshop, "status" | "startsAt" | "endsAt">,
  now: Date,
): EnrolmentWindow {
  if (status === "cancelled") return "cancelled";
  if (endsAt !== null && new Date(endsAt) <= now) return "over";
  return startsAt !== null && new Date(startsAt) <= now ? "started" : "open";
}

const inBoth = (path: (language: Language) => string) =>
  Object.fromEntries(languages.map((each) => [each, path(each)])) as Record<Language, string>;
