import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../src/shared/kernel/locale.ts";
import { openVisitor, type Visitor } from "../e2e/browser.ts";
import { bringAxe, faultsOf } from "./check-page.ts";
import type { OpenSite } from "./open-site.ts";
import { rounds } from "./rounds.ts";

/** Each page is seen whole in both languages, and whole in both themes: the words of one and the colours of the other. */
const themeOf = { en: "light", pl: "dark" } as const;

/** Opens each page and expects nothing wrong with it, and nothing that the browser complains about. */
export function checkPages(site: () => OpenSite, language: Language): void {
  describe("no fault that axe finds, no complaint of the browser, no sideways scrolling", () => {
    describe.each(rounds)("$name", ({ pages, begin }) => {
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
