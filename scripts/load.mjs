// `npm run load`: the guide's load profile without k6, with the same journeys. See --help.
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { stopOnSignals } from "./bench/own-server.mjs";
import { prepareBuild } from "./build.mjs";
import { readOptions, usage } from "./load/options.mjs";
import { runLoad } from "./load/run.mjs";
import { tableOf, verdictText } from "./load/table.mjs";

const reportEverySeconds = 10;

chdir(fileURLToPath(new URL("..", import.meta.url)));
const options = optionsOrEnd();
if (!options.address && !prepareBuild()) process.exit(2);
stopOnSignals();

let reported = 0;
const tick = ({ seconds, all, users }) => {
  if (seconds < reported + reportEverySeconds) return;
  reported = seconds;
  process.stderr.write(`${Math.round(seconds)} of ${Math.round(all)} s, ${users} users\n`);
};
try {
  const { record, targets, seconds } = await runLoad(options, tick);
  const { all } = record.summary();
  console.log(`\n${tableOf(record)}\n`);
  console.log(
    `${(all.count / seconds).toFixed(0)} requests/s over ${seconds.toFixed(1)} s; load of the machine ${loadavg()[0].toFixed(1)}\n`,
  );
  console.log(verdictText(targets));
  for (const failure of record.failures) console.log(`  ${failure}`);
  if (options.json)
    writeFileSync(options.json, `${JSON.stringify({ seconds, targets, summary: record.summary() }, null, 2)}\n`);
  process.exit(targets.every(({ holds }) => holds) ? 0 : 1);
} catch (error) {
  console.error(`The load test could not run: ${error.message}`);
  process.exit(2);
}

function optionsOrEnd() {
  try {
    const read = readOptions(process.argv.slice(2));
    if (!read.isHelp) return read;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}
