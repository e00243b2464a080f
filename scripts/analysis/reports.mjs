import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pageOf } from "./page.mjs";

/** Writes the report as HTML for people and as JSON for the next comparison; gives their paths. */
export function writeReports(folder, report) {
  mkdirSync(folder, { recursive: true });
  const name = `performance-${report.about.at.replace(/[:.]/g, "-")}`;
  const [html, json] = [join(folder, `${name}.html`), join(folder, `${name}.json`)];
  writeFileSync(html, pageOf(report));
  writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  return [html, json];
}
