import { round } from "./rounds.mjs";
import { atLeast, atMost, median, ratio, row, whole } from "./rows.mjs";

const records = 5_000_000;
const atMostNanoseconds = 2_000;

/** What it costs that every answer is counted. */
export async function metricsRows({ product, settings }) {
  const nanoseconds = median(Array.from({ length: settings.rounds }, () => product.nanosecondsPerRecord(records)));
  const { counting, plain } = await sideBySide(product, settings);
  return [
    row("counting one answer", atMost(atMostNanoseconds, "≤ 2 µs"), {
      value: nanoseconds,
      text: `${Math.round(nanoseconds)} ns`,
    }),
    row("page that stands ready, counted: requests/s", atLeast(0.95, "≥ 0.95 × uncounted"), {
      value: counting / plain,
      text: `${ratio(counting / plain)} (${whole(counting)} of ${whole(plain)})`,
    }),
  ];
}

/** The same page with and without counting, in turns. */
async function sideBySide(product, { rounds, seconds, warmUpSeconds }) {
  const servers = { counting: await product.startReadyPage(true), plain: await product.startReadyPage(false) };
  const taken = { counting: [], plain: [] };
  try {
    for (const server of Object.values(servers)) await round(server, { paths: ["/page"], seconds: warmUpSeconds });
    for (let index = 0; index < rounds; index++) {
      for (const [name, server] of Object.entries(servers)) {
        taken[name].push((await round(server, { paths: ["/page"], seconds })).perSecond);
      }
    }
  } finally {
    for (const server of Object.values(servers)) await server.stop();
  }
  return { counting: median(taken.counting), plain: median(taken.plain) };
}
