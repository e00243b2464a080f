import { publishQuestionnaire } from "../../tests/performance/installation.js";
import { answersTo } from "../../tests/performance/journeys.js";
import { createClient } from "../load/client.mjs";
import { takeSteps } from "../load/driver.mjs";
import { startOwn } from "./own-server.mjs";
import { farDays, listPath } from "./paths.mjs";
import { ask } from "./processes.mjs";
import { asMs, atMost, median, ms, noBudget, ratio, rounds, row } from "./rows.mjs";

const responses = 20_000;
const perSecond = 100;
const quietSeconds = 4;
/** Analyses follow each other for as long as requests are sent, so that most requests meet one. */
const busySeconds = 4;
const mostAnalyses = 4;

/** What others notice of an analysis of 20,000 responses in the same process. */
export async function analysisRows(context) {
  const app = await startOwn(context.database, { watchesLoop: true });
  const client = createClient(app.url);
  try {
    const taken = await rounds(context.settings.rounds, (index) => measureOnce({ ...context, app, client, index }));
    const of = (name) => median(taken.map((one) => one[name]));
    const what = `while ${responses.toLocaleString("en")} responses are analysed`;
    const value = of("busyP95") / of("quietP95");
    return [
      row(`one analysis of ${responses.toLocaleString("en")} responses`, noBudget, asMs(of("analysisMs"))),
      row(`P95 of lists ${what}`, atMost(2, "≤ 2 × quiet"), {
        value,
        text: `${ratio(value)} (${ms(of("quietP95"))} → ${ms(of("busyP95"))})`,
      }),
      row(`delay of the event loop, P99, ${what}`, atMost(30, "≤ 30 ms"), asMs(of("delayP99"))),
      row(`delay of the event loop, longest, ${what}`, noBudget, asMs(of("delayMax"))),
    ];
  } finally {
    client.close();
    await app.stop();
  }
}

async function measureOnce({ app, client, product, database, signedIn: { staff }, index }) {
  const questionnaires = [];
  while (questionnaires.length < mostAnalyses)
    questionnaires.push(await filledQuestionnaire({ client, product, database, staff }));
  const order = { url: app.url, paths: farDays.map((day) => listPath({ language: "en" }, day)), perSecond };
  const start = index * 4_000;
  const quiet = await ask("paced.mjs", { ...order, seconds: quietSeconds, start });
  await app.loopDelay();
  const during = ask("paced.mjs", { ...order, seconds: busySeconds, start: start + 2_000 });
  const end = performance.now() + busySeconds * 1000;
  const took = [];
  for (const id of questionnaires) {
    if (performance.now() > end) break;
    const answer = await client.send({ path: `/api/v1/studio/questionnaires/${id}/results`, cookie: staff });
    if (answer.status !== 200 || answer.json().respondents !== responses)
      throw new Error(`the results were ${answer.text.slice(0, 200)}`);
    took.push(answer.milliseconds);
  }
  const delay = await app.loopDelay();
  const busy = await during;
  return {
    ...{ quietP95: quiet.p95, busyP95: busy.p95, analysisMs: median(took) },
    ...{ delayP99: delay.p99, delayMax: delay.max },
  };
}

async function filledQuestionnaire({ client, product, database, staff }) {
  const made = publishQuestionnaire(staff, { identityMode: "identified", random: Math.random });
  const { id } = await takeSteps(made, { client, think: [0, 0] });
  const questionnaire = (await client.send({ path: `/api/v1/questionnaires/${id}` })).json();
  // So many different ones; each stands many times.
  const answers = Array.from({ length: 500 }, () => answersTo(questionnaire, Math.random));
  await product.addSubmitted(database.url, { questionnaireId: id, answers, count: responses });
  return id;
}
