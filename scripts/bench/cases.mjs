import { writeFileSync } from "node:fs";
import { join } from "node:path";

const statementGroups = 2_000;
const dayMs = 24 * 60 * 60 * 1000;

/** Days so far ahead that a list up to them is the whole list, each under a cache key of its own. */
const farDay = (index) => new Date(Date.UTC(2100, 0, 1) + index * dayMs).toISOString().slice(0, 10);
const farDays = Array.from({ length: 36_000 }, (_, index) => farDay(index));

const lists = [
  { name: "list of 20", language: "en", mode: "soonest" },
  { name: "search, English", language: "en", mode: "en", q: "mediation" },
  { name: "search, Polish", language: "pl", mode: "pl", q: "mediacji" },
];

const listPath = ({ language, q }, to) =>
  `/api/v1/workshops?${new URLSearchParams({ lang: language, limit: "20", ...(q ? { q } : {}), ...(to ? { to } : {}) })}`;
const pagePath = (slug, language) => `/api/v1/workshops/${slug}?lang=${language}`;

/** The same request over and over: answered from the cache after the first. */
export function cachedCases(slugs) {
  const [first] = slugs;
  return [
    ...lists.map((list) => ({ name: list.name, path: listPath(list) })),
    { name: "one workshop", path: pagePath(first.pl, "pl") },
  ];
}

/** A different request every time, and files with the same requests as the database gets them. */
export async function uncachedCases(slugs, { listStatements, pageStatements, folder }) {
  const days = farDays.slice(0, statementGroups);
  const pages = slugs.flatMap(({ id, en, pl }) => [
    { id, slug: en, language: "en" },
    { id, slug: pl, language: "pl" },
  ]);
  const cases = [
    ...lists.map(({ name, ...list }) => ({
      name,
      paths: farDays.map((day) => listPath(list, day)),
      groups: () => Promise.all(days.map((to) => listStatements({ ...list, to }))),
    })),
    {
      name: "one workshop",
      paths: pages.map(({ slug, language }) => pagePath(slug, language)),
      groups: () => Promise.all(pages.slice(0, statementGroups).map(pageStatements)),
    },
  ];
  return Promise.all(
    cases.map(async ({ name, paths, groups }, index) => {
      const file = join(folder, `statements-${index}.json`);
      writeFileSync(file, JSON.stringify(await groups()));
      return { name, paths, file };
    }),
  );
}
