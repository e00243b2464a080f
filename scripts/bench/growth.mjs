import { startDatabase, startOwn } from "./own-server.mjs";
import { farDays, listPath } from "./paths.mjs";
import { ask } from "./processes.mjs";
import { atMost, inOrder, median, ms, noBudget, ratio, row } from "./rows.mjs";

const perSecond = 100;
const searchBudget = atMost(2, "< 2 ×");

/** Words that the filled workshops are made of, so that answers differ; the last of each is in every one of them. */
const words = {
  en: ["mediation", "leadership", "listening", "feedback", "ceramics", "writing", "coaching", "planning"],
  pl: ["mediacjami", "przywództwa", "słuchania", "kreatywności", "planowanie", "ceramiką", "badań", "warsztatów"],
};

/** What requests cost when there is a hundred times as much: two servers, asked in turns at the same pace. */
export async function growthRows({ product, settings }) {
  const { small, large } = settings.growth;
  const databases = await inOrder([small, large], (amounts) => startDatabase(product, amounts));
  try {
    const sides = await inOrder(databases, (database) => openSide(product, database));
    try {
      return await inOrder(casesOf(sides), (one) => measureCase(sides, one, settings));
    } finally {
      for (const { app } of sides) await app.stop();
    }
  } finally {
    for (const database of databases) await database.stop();
  }
}

async function openSide(product, database) {
  const { staff } = await product.addSignedIn(database.url, 0);
  const slugs = await product.publicSlugs(database.url);
  return { app: await startOwn(database), staff, slugs, questionnaires: await product.questionnaireIds(database.url) };
}

function casesOf() {
  const search = (language) =>
    farDays
      .slice(0, 8_000)
      .map((day, index) => listPath({ language, q: words[language][index % words[language].length] }, day));
  return [
    { name: "search, English: P95", budget: searchBudget, paths: () => search("en") },
    { name: "search, Polish: P95", budget: searchBudget, paths: () => search("pl") },
    { name: "list of 20: P95", budget: noBudget, paths: () => farDays.map((day) => listPath({ language: "en" }, day)) },
    {
      name: "one workshop: P95",
      budget: noBudget,
      paths: ({ slugs }) =>
        slugs.flatMap(({ en, pl }) => [`/api/v1/workshops/${en}?lang=en`, `/api/v1/workshops/${pl}?lang=pl`]),
    },
    {
      name: "results of a questionnaire with 100 responses: P95",
      budget: noBudget,
      paths: ({ questionnaires }) => questionnaires.map((id) => `/api/v1/studio/questionnaires/${id}/results`),
      isStaffs: true,
    },
  ];
}

async function measureCase(sides, { name, budget, paths, isStaffs }, settings) {
  const taken = sides.map(() => []);
  const starts = sides.map(() => 0);
  for (let index = 0; index <= settings.rounds; index++) {
    for (const [side, { app, staff, ...known }] of sides.entries()) {
      const order = { url: app.url, paths: paths(known), perSecond, seconds: settings.seconds, start: starts[side] };
      const result = await ask("paced.mjs", { ...order, ...(isStaffs ? { cookie: staff } : {}) });
      if (result.failures > 0) throw new Error(`${result.failures} requests of "${name}" failed`);
      starts[side] = result.next;
      // The first round only warms up.
      if (index > 0) taken[side].push(result.p95);
    }
  }
  const [before, after] = taken.map(median);
  const { small, large } = settings.growth;
  const amounts = `${small.workshops.toLocaleString("en")} → ${large.workshops.toLocaleString("en")} workshops, ${small.responses.toLocaleString("en")} → ${large.responses.toLocaleString("en")} responses`;
  const value = after / before;
  return row(`${name}, ${amounts}`, budget, { value, text: `${ratio(value)} (${ms(before)} → ${ms(after)})` });
}
