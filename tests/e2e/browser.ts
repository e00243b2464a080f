import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { describe } from "vitest";
import type { Language } from "../../src/shared/kernel/locale.ts";
import type { Server } from "./server.ts";

const note = fileURLToPath(new URL("../../node_modules/.browser", import.meta.url));
const path = existsSync(note) ? readFileSync(note, "utf8").trim() : "";
const reason = path
  ? existsSync(path)
    ? undefined
    : `${path}, which was found by "npm test", is not there any more`
  : 'no Chrome or Chromium was found; "npm test" looks for one and says where, CHROME_PATH names another';

if (reason && process.env.CI === "true") throw new Error(`Browser tests cannot run: ${reason}`);
if (reason) console.warn(`Browser tests are SKIPPED: ${reason}`);

/** `describe` where there is a browser. Without one the tests are skipped, which is said aloud; on CI that is an error. */
export const describeInBrowser = describe.skipIf(reason !== undefined);

const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
/** No page stays for long enough that optimizing its scripts takes less than it saves. */
const unoptimized = "--js-flags=--no-opt --no-maglev";

export function launchBrowser(): Promise<Browser> {
  const args = [...quiet, unoptimized];
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: path, args: isRoot ? ["--no-sandbox", ...args] : args });
}

export const viewports = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1440, height: 900 },
} as const;
export type Viewport = keyof typeof viewports;

export interface PersonOptions {
  language: Language;
  viewport: Viewport;
  hasScripts?: boolean;
}

/** Somebody at a browser of their own: no cookie, no memory of anybody else. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  language: Language;
  /** Everything that the browser complained about so far, one line each. */
  complaints: string[];
}

const actionWithinMs = 20_000;

export async function openVisitor(browser: Browser, server: Server, options: PersonOptions): Promise<Visitor> {
  const { language, viewport, hasScripts = true } = options;
  const isPhone = viewport === "phone";
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: viewports[viewport],
    ...(isPhone ? { isMobile: true, hasTouch: true } : {}),
    locale: language === "pl" ? "pl-PL" : "en-GB",
    timezoneId: "Europe/Warsaw",
    javaScriptEnabled: hasScripts,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(actionWithinMs);
  const complaints: string[] = [];
  context.on("console", (message) => {
    const { url } = message.location();
    if (message.type() === "error" || message.type() === "warning") complaints.push(`${message.text()} (${url})`);
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  return { page: await context.newPage(), context, language, complaints };
}
