import { createClient } from "../load/client.mjs";
import { farDays, listPath } from "./paths.mjs";
import { round, summary } from "./rounds.mjs";
import { asMs, atMost, median, micro, notMeasured, ratio, rounds, row, whole } from "./rows.mjs";

const path = "/api/graphql";
const costBudget = atMost(1.3, "≤ 1.3 × REST");
const bombBudget = atMost(5, "< 5 ms");
const what = "the list of 20 by GraphQL: time on the processor a request";
const bombRequests = 50;

/** As deep as anybody could write it. */
const bomb = `{ ${"workshops { items { ".repeat(300)} id ${"} }".repeat(300)} }`;

/** The public list by GraphQL beside REST, and how soon a bomb is refused. */
export async function graphqlRows({ app, settings }) {
  const client = createClient(app.url);
  try {
    const { status } = await client.send({ method: "POST", path, body: { query: "{ __typename }" } });
    if (status !== 200)
      return [
        notMeasured(what, costBudget, "the product has none"),
        notMeasured("a GraphQL bomb is refused", bombBudget, "the product has none"),
      ];
    return [await costRow(app, settings), await bombRow(client)];
  } finally {
    client.close();
  }
}

const query = `query ($to: Day) { workshops(lang: en, limit: 20, to: $to) { total nextCursor items {
  id slug title { text language } summary { text language } languages tags { kind code name } startsAt endsAt timeZone city isOnline
  capacity seatsLeft hasWaitingList priceCents currency facilitators } } }`;

/**
 * A different list each time, both ways in turns, with everything that REST's card has. Nobody accepts compressed answers
 * here, so neither side packs what it makes.
 */
async function costRow(app, settings) {
  const taken = { rest: [], graphql: [] };
  let start = 0;
  const days = () => [...farDays.slice(start), ...farDays.slice(0, start)];
  const restPaths = () => days().map((day) => listPath({ language: "en" }, day));
  const bodies = () => days().map((to) => JSON.stringify({ query, variables: { to } }));
  const headers = { "content-type": "application/json" };
  for (let index = 0; index < settings.rounds; index++) {
    const rest = await round(app, { paths: restPaths(), seconds: settings.seconds });
    start += rest.next;
    taken.rest.push(rest);
    const graphql = await round(app, { paths: [path], bodies: bodies(), headers, seconds: settings.seconds });
    start += graphql.next;
    taken.graphql.push(graphql);
  }
  const [rest, graphql] = [summary(taken.rest), summary(taken.graphql)];
  const value = graphql.cpuMicroseconds / rest.cpuMicroseconds;
  const speeds = `${whole(graphql.perSecond)} of ${whole(rest.perSecond)} requests/s`;
  return row(what, costBudget, {
    value,
    text: `${ratio(value)} (${micro(graphql.cpuMicroseconds)} of ${micro(rest.cpuMicroseconds)}; ${speeds})`,
  });
}

async function bombRow(client) {
  const times = await rounds(bombRequests, async () => {
    const answer = await client.send({ method: "POST", path, body: { query: bomb } });
    if (answer.status !== 400) throw new Error(`a GraphQL bomb was answered with ${answer.status}`);
    return answer.milliseconds;
  });
  return row(
    `a GraphQL bomb of ${bomb.length.toLocaleString("en")} bytes is refused, median`,
    bombBudget,
    asMs(median(times)),
  );
}
