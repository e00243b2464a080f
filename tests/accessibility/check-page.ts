import { createRequire } from "node:module";
import { setTimeout as delay } from "node:timers/promises";
import type AxeBuilder from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
import { viewports } from "../e2e/browser.ts";

type Results = Awaited<ReturnType<AxeBuilder["analyze"]>>;
type Options = NonNullable<Parameters<AxeBuilder["options"]>[0]>;
interface Colour {
  r: number;
  g: number;
  b: number;
  alpha: number;
}
declare global {
  interface Window {
    axe: {
      run(where: string, options: Options): Promise<Results>;
      commons: { color: { Color: { prototype: { parseString(this: Colour, text: string): Colour } } } };
    };
  }
}

const settlesWithinMs = 1000;

/**
 * Has axe in every page of the context from its start. AxeBuilder would send it anew for each look, which takes longer
 * than looking.
 */
export async function bringAxe(context: BrowserContext): Promise<void> {
  const from = createRequire(import.meta.url).resolve("@axe-core/playwright");
  await context.addInitScript({ path: createRequire(from).resolve("axe-core/axe.min.js") });
  await context.addInitScript(readEachColourOnce);
}

/** axe works out what a colour is anew for each element and each of those below it: half of its work. */
function readEachColourOnce(): void {
  const { prototype } = window.axe.commons.color.Color;
  const known = new Map<string, Colour>();
  const read = prototype.parseString;
  prototype.parseString = function (this: Colour, text: string) {
    const before = known.get(text);
    if (before) return Object.assign(this, before);
    const { r, g, b, alpha } = read.call(this, text);
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

/**
 * What is wrong with the page as it stands, in the colours that it has, and with how wide it is on a phone; one line
 * each. An empty list is a page that everyone can use.
 *
 * @param part The role of what lies over the page; only that is looked at, where another case looks at the page itself.
 */
export async function faultsOf(page: Page, part?: string): Promise<string[]> {
  const faults = await violations(page, part);
  const before = page.viewportSize() ?? viewports.desktop;
  await page.setViewportSize(viewports.phone);
  faults.push(...(await untilSettled(() => sidewaysScrolling(page))));
  await page.setViewportSize(before);
  return faults;
}

async function violations(page: Page, part?: string): Promise<string[]> {
  // What passes need not be told, and there are no recordings to be fetched before the look.
  const options: Options = { resultTypes: ["violations"], preload: false };
  const look = async ({ where, how }: { where: string; how: Options }) => (await window.axe.run(where, how)).violations;
  const found = await page.evaluate(look, { where: part ? `[role="${part}"]` : "html", how: options });
  return found.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => {
      const why = failureSummary.split("\n").slice(1).join(" ").trim();
      return `${id} (${impact}) ${target.join(" ")}: ${why}`;
    }),
  );
}

/** What hangs over the page, such as an open list, finds its new place a moment after the page has another width. */
async function untilSettled(look: () => Promise<string[]>): Promise<string[]> {
  const deadline = Date.now() + settlesWithinMs;
  for (;;) {
    const faults = await look();
    if (faults.length === 0 || Date.now() > deadline) return faults;
    await delay(50);
  }
}

/** Names what sticks out furthest, so that it can be found. */
function sidewaysScrolling(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    if (scrollWidth <= window.innerWidth) return [];
    const widest = [...document.querySelectorAll("body *")].reduce((most, each) =>
      each.getBoundingClientRect().right > most.getBoundingClientRect().right ? each : most,
    );
    const name = `${widest.tagName.toLowerCase()}.${widest.getAttribute("class") ?? ""}`;
    return [`phone: ${scrollWidth} pixels wide on a screen of ${window.innerWidth}, because of ${name}`];
  });
}
