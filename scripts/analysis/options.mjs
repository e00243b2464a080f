import { parseArgs } from "node:util";
import { addressOf, count } from "../load/options.mjs";

export const usage = `node scripts/performance-analysis.js <address> [options]

  --requests N        so many requests to each endpoint, one after the other       (200)
  --concurrency N     then for some seconds with so many at once                   (20)
  --seconds S         how long that takes for each endpoint                        (3)
  --slack N           limits of time so many times as wide, on a machine that is
                      busy with something else                                     (1)
  --reports FOLDER    where the HTML and JSON reports go                           (reports)
  --baseline FILE     an earlier JSON report to compare with
  --tolerance P       slower than it by more than so many per cent is a failure    (25)

Exit code: 0 every target met, 1 one missed, 2 nothing could be measured.`;

const options = {
  requests: { type: "string", default: "200" },
  concurrency: { type: "string", default: "20" },
  seconds: { type: "string", default: "3" },
  slack: { type: "string", default: "1" },
  reports: { type: "string", default: "reports" },
  baseline: { type: "string" },
  tolerance: { type: "string", default: "25" },
  help: { type: "boolean", default: false },
};

/** What the command line asks for. @throws {Error} saying what is wrong with it */
export function readOptions(words) {
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
  if (values.help) return { isHelp: true };
  if (positionals.length !== 1) throw new Error("One address is needed, such as http://localhost:3001");
  return {
    address: addressOf(positionals[0]),
    requests: count("--requests", values.requests),
    concurrency: count("--concurrency", values.concurrency),
    seconds: secondsOf(values.seconds),
    slack: count("--slack", values.slack),
    tolerance: count("--tolerance", values.tolerance) / 100,
    reports: values.reports,
    baseline: values.baseline,
  };
}

function secondsOf(text) {
  if (!/^\d{1,4}(\.\d+)?$/.test(text) || Number(text) === 0) {
    throw new Error(`--seconds expects a number above 0, not "${text}"`);
  }
  return Number(text);
}
