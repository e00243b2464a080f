import { farDays, listPath, lists, workshopPath } from "./paths.mjs";
import { startBare } from "./processes.mjs";
import { answerOf, round, summary } from "./rounds.mjs";
import { atLeast, atMost, inOrder, median, micro, ratio, row, whole } from "./rows.mjs";
import { floorName, sqlPerSecond } from "./sql-floor.mjs";

const statementGroups = 200;
/** More of them only wait for each other. */
const sqlClients = 8;

/** A different request every time, so that the cache is of no use, beside the statements it comes to. */
export async function uncachedRows(context) {
  const cases = await casesOf(context);
  return (await inOrder(cases, (one) => rowsOf(context, one))).flat();
}

async function casesOf({ product, slugs }) {
  const days = farDays.slice(0, statementGroups);
  const pages = slugs.flatMap(({ id, en, pl }) => [
    { id, slug: en, language: "en" },
    { id, slug: pl, language: "pl" },
  ]);
  const listed = await inOrder(lists, async ({ name, ...list }) => ({
    name,
    paths: farDays.map((day) => listPath(list, day)),
    groups: await Promise.all(days.map((to) => product.listStatements({ ...list, to }))),
  }));
  const groups = await Promise.all(pages.slice(0, statementGroups).map(product.pageStatements));
  return [
    ...listed,
    { name: "one workshop", paths: pages.map(({ slug, language }) => workshopPath(slug, language)), groups },
  ];
}

async function rowsOf({ app, database, settings }, { name, paths, groups }) {
  const { answer } = await answerOf(`${app.url}${paths[0]}`);
  const bare = await startBare(answer);
  const taken = { product: [], bare: [], sql: [] };
  let start = 0;
  const onward = async (seconds) => {
    const result = await round(app, { paths: [...paths.slice(start), ...paths.slice(0, start)], seconds });
    start = (start + result.next) % paths.length;
    return result;
  };
  try {
    await onward(settings.warmUpSeconds);
    for (let index = 0; index < settings.rounds; index++) {
      taken.product.push(await onward(settings.seconds));
      taken.bare.push(await round(bare, { paths: [paths[0]], seconds: settings.seconds }));
      taken.sql.push(
        await sqlPerSecond({ database, name, groups }, { seconds: settings.seconds, clients: sqlClients }),
      );
    }
  } finally {
    await bare.stop();
  }
  const product = summary(taken.product);
  const sql = median(taken.sql);
  const extra = product.cpuMicroseconds - summary(taken.bare).cpuMicroseconds;
  return [
    row(`${name}: requests/s`, atLeast(0.5, `≥ 0.5 × ${floorName}`), {
      value: product.perSecond / sql,
      text: `${ratio(product.perSecond / sql)} (${whole(product.perSecond)} of ${whole(sql)})`,
    }),
    row(`${name}: CPU of the app a request`, atMost(60, "≤ 60 µs more than bare node:http"), {
      value: extra,
      text: `${Math.round(extra)} µs more (${micro(product.cpuMicroseconds)})`,
    }),
  ];
}
