import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Language } from "../../src/shared/kernel/locale.ts";
import { describeInBrowser, launchBrowser, openVisitor, type Visitor } from "../e2e/browser.ts";
import { type Server, startServer } from "../e2e/server.ts";
import { bringAxe, faultsOf } from "./check-page.ts";
import { type Programme, readProgramme } from "./programme.ts";
import type { PageCase } from "./public-pages.ts";

/** Pages that one person looks at, after what they do first, such as signing in. */
export interface Round {
  name: string;
  pages: PageCase[];
  begin?(visitor: Visitor, server: Server): Promise<unknown>;
}

/** Opens each page and expects nothing wrong with it, and nothing that the browser complains about. */
export function checkPages(rounds: Round[], languages: readonly Language[]): void {
  vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });
  describeInBrowser("no fault that axe finds, no complaint of the browser, no sideways scrolling", () => {
    let server: Server;
    let browser: Browser;
    let programme: Programme;
    beforeAll(async () => {
      [server, browser] = await Promise.all([startServer(), launchBrowser()]);
      programme = await readProgramme(server);
    });
    afterAll(async () => {
      await browser?.close();
      await server?.stop();
    });
    const each = rounds.flatMap((round) => languages.map((language) => ({ ...round, language })));
    describe.each(each)("$name, $language", ({ pages, begin, language }) => {
      let visitor: Visitor;
      beforeAll(async () => {
        visitor = await openVisitor(browser, server, { language, viewport: "desktop" });
        await bringAxe(visitor.context);
        await begin?.(visitor, server);
      });
      afterAll(() => visitor.context.close());
      test.each(pages)("$name", async ({ open, refusal, part }) => {
        const { page, complaints } = visitor;
        complaints.length = 0;
        await open({ page, language, programme });
        const faults = await faultsOf(page, { part, isDarkToo: language === "pl" });
        faults.push(...complaints.filter((line) => !(refusal && line.includes(`status of ${refusal}`))));
        expect(faults, faults.join("\n")).toEqual([]);
      });
    });
  });
}
