import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Language } from "../../src/shared/kernel/locale.ts";
import { describeInBrowser, openVisitor, type Visitor } from "../e2e/browser.ts";
import type { Server } from "../e2e/server.ts";
import { bringAxe, faultsOf } from "./check-page.ts";
import { openSite } from "./open-site.ts";
import type { PageCase } from "./public-pages.ts";

/** Pages that one person looks at, after what they do first, such as signing in. */
export interface Round {
  name: string;
  pages: PageCase[];
  begin?(visitor: Visitor, server: Server): Promise<unknown>;
}

/** Each page is seen whole in both languages, and whole in both themes: the words of one and the colours of the other. */
const themeOf = { en: "light", pl: "dark" } as const;

/** Opens each page and expects nothing wrong with it, and nothing that the browser complains about. */
export function checkPages(rounds: Round[], languages: readonly Language[]): void {
  vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });
  describeInBrowser("no fault that axe finds, no complaint of the browser, no sideways scrolling", () => {
    const site = openSite();
    const each = rounds.flatMap((round) => languages.map((language) => ({ ...round, language })));
    describe.each(each)("$name, $language", ({ pages, begin, language }) => {
      let visitor: Visitor;
      beforeAll(async () => {
        const { browser, server } = site();
        visitor = await openVisitor(browser, server, { language, viewport: "desktop" });
        await visitor.page.emulateMedia({ colorScheme: themeOf[language] });
        await bringAxe(visitor.context);
        await begin?.(visitor, server);
      });
      afterAll(() => visitor.context.close());
      test.each(pages)("$name", async ({ open, refusal, part }) => {
        const { page, complaints } = visitor;
        complaints.length = 0;
        await open({ page, language, programme: site().programme });
        const faults = await faultsOf(page, part);
        faults.push(...complaints.filter((line) => !(refusal && line.includes(`status of ${refusal}`))));
        expect(faults, faults.join("\n")).toEqual([]);
      });
    });
  });
}
