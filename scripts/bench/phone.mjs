import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npmSync } from "../npm.mjs";
import { asMs, atLeast, atMost, inOrder, median, notMeasured, rounds, row } from "./rows.mjs";

/** Fetched from the registry when it is asked for: nothing else needs it, and it is as large as half of what we have. */
const lighthouse = "lighthouse@12.8.2";
const note = "node_modules/.browser";

const largestPaint = { name: "largest contentful paint", budget: atMost(1200, "≤ 1.2 s") };
const shift = { name: "cumulative layout shift", budget: atMost(0.02, "≤ 0.02") };
const worstScore = { name: "lowest of Lighthouse's four scores", budget: atLeast(98, "≥ 98") };

/** What a slow phone on a slow network gets, as Lighthouse simulates both: a quarter of this processor, 1.6 Mbit/s, 150 ms. */
export async function phoneRows({ app, slugs, settings }) {
  const browser = existsSync(note) ? readFileSync(note, "utf8").trim() : undefined;
  if (!browser) return [notMeasured("catalogue pages", worstScore.budget, "no browser: npm test finds one")];
  const [{ en, pl }] = slugs;
  const paths = ["/en", "/en/workshops", "/pl/workshops", `/en/workshops/${en}`, `/pl/workshops/${pl}`];
  const rows = await inOrder(paths, (path) =>
    pageRows(`${app.url}${path}`, path.replace(en, "…").replace(pl, "…"), { browser, settings }),
  );
  return rows.flat();
}

async function pageRows(url, name, { browser, settings }) {
  const looks = await rounds(settings.rounds, () => look(url, browser));
  const middle = (value) => median(looks.map(value));
  const cls = middle((each) => each.audits["cumulative-layout-shift"].numericValue);
  const score = middle((each) => Math.min(...Object.values(each.categories).map((category) => category.score * 100)));
  return [
    row(
      `${name}: ${largestPaint.name}`,
      largestPaint.budget,
      asMs(middle((each) => each.audits["largest-contentful-paint"].numericValue)),
    ),
    row(`${name}: ${shift.name}`, shift.budget, { value: cls, text: cls.toFixed(3) }),
    row(`${name}: ${worstScore.name}`, worstScore.budget, { value: score, text: String(Math.round(score)) }),
  ];
}

/** One report of Lighthouse. @throws {Error} with what it said when it could not look */
function look(url, browser) {
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-lighthouse-"));
  const report = join(folder, "report.json");
  const flags = "--headless --no-sandbox --disable-background-networking --disable-component-update --disable-sync";
  const words = [url, "--quiet", "--output=json", `--output-path=${report}`, `--chrome-flags=${flags}`];
  const { status, stderr } = npmSync(["exec", "--yes", `--package=${lighthouse}`, "--", "lighthouse", ...words], {
    env: { ...process.env, CHROME_PATH: browser },
    encoding: "utf8",
  });
  try {
    if (status !== 0) throw new Error(`Lighthouse ended with ${status}: ${stderr.trim().split("\n").at(-1)}`);
    return JSON.parse(readFileSync(report, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
