// Measures the public endpoints of a running installation:
//   node scripts/performance-analysis.js http://localhost:3001
// Exit code: 0 every target met, 1 one missed, 2 nothing could be measured. See --help.
import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { analyse } from "./analysis/analyse.mjs";
import { compareWith, readBaseline } from "./analysis/baseline.mjs";
import { readOptions, usage } from "./analysis/options.mjs";
import { writeReports } from "./analysis/reports.mjs";
import { comparisonText, measuredText, verdictsText } from "./analysis/tables.mjs";
import { verdictsOf } from "./analysis/verdicts.mjs";

const codes = { met: 0, missed: 1, notMeasured: 2 };

process.exitCode = await main(process.argv.slice(2));

async function main(words) {
  let options;
  try {
    options = readOptions(words);
  } catch (error) {
    console.error(`${error.message}\nSee node scripts/performance-analysis.js --help`);
    return codes.notMeasured;
  }
  if (options.isHelp) {
    console.log(usage);
    return codes.met;
  }
  try {
    // Read first: a file that is not there need not wait for the measuring.
    const baseline = options.baseline ? readBaseline(options.baseline) : undefined;
    const about = {
      address: options.address,
      at: new Date().toISOString(),
      commit: commit(),
      load: loadavg()[0],
      cores: cpus().length,
    };
    const rows = await analyse(options, (name) => process.stderr.write(`  ${name}\n`));
    const comparison = baseline ? compareWith(baseline, rows, options.tolerance) : undefined;
    return print(
      { about: { ...about, options }, rows, verdicts: verdictsOf(rows, options.slack), comparison },
      options,
    );
  } catch (error) {
    console.error(`Could not measure ${options.address}: ${error.message}`);
    return codes.notMeasured;
  }
}

function print(report, { reports }) {
  const { rows, verdicts, comparison } = report;
  console.log(`\n${measuredText(rows)}\n\n${verdictsText(verdicts)}`);
  if (comparison) console.log(`\n${comparisonText(comparison)}`);
  const files = writeReports(reports, report);
  console.log(`\nReports: ${files.join(", ")}`);
  const isMet = verdicts.every(({ holds }) => holds) && (comparison?.every(({ isSlower }) => !isSlower) ?? true);
  console.log(isMet ? "All targets are met." : "A target was missed.");
  return isMet ? codes.met : codes.missed;
}

/** Of these scripts; what the server runs, only its operator knows. */
function commit() {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return "unknown";
  }
}
