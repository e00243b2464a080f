const dayMs = 24 * 60 * 60 * 1000;

/** Days so far ahead that a list up to them is the whole list, each under a cache key of its own. */
const farDay = (index) => new Date(Date.UTC(2100, 0, 1) + index * dayMs).toISOString().slice(0, 10);
export const farDays = Array.from({ length: 36_000 }, (_, index) => farDay(index));

export const lists = [
  { name: "list of 20", language: "en", mode: "soonest" },
  { name: "search, English", language: "en", mode: "en", q: "mediation" },
  { name: "search, Polish", language: "pl", mode: "pl", q: "mediacji" },
];

export const listPath = ({ language, q }, to) =>
  `/api/v1/workshops?${new URLSearchParams({ lang: language, limit: "20", ...(q ? { q } : {}), ...(to ? { to } : {}) })}`;
export const workshopPath = (slug, language) => `/api/v1/workshops/${slug}?lang=${language}`;
