import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { languages } from "../../src/shared/kernel/locale.ts";
import { accountPath } from "../../src/web/public/addresses.ts";
import { signIn } from "../e2e/account.ts";
import { describeInBrowser, launchBrowser, openVisitor, type Visitor } from "../e2e/browser.ts";
import { type Server, startServer } from "../e2e/server.ts";
import { faultsOf } from "./check-page.ts";
import { type Programme, readProgramme } from "./programme.ts";
import { openPages, ownPages, type PageCase } from "./public-pages.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

/** Opens each page and expects nothing wrong with it, and nothing that the browser complains about. */
function checkPages(pages: PageCase[], visit: () => { visitor: Visitor; programme: Programme }): void {
  test.each(pages)("$name", async ({ open, refusal }) => {
    const { visitor, programme } = visit();
    const { page, language, complaints } = visitor;
    complaints.length = 0;
    await open({ page, language, programme });
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints.filter((line) => !(refusal && line.includes(`status of ${refusal}`)))).toEqual([]);
  });
}

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

  describe.each(languages)("public pages, %s", (language) => {
    let visitor: Visitor;
    beforeAll(async () => {
      visitor = await openVisitor(browser, server, { language, viewport: "desktop" });
    });
    afterAll(() => visitor.context.close());
    checkPages(openPages, () => ({ visitor, programme }));
  });

  describe.each(languages)("a participant's pages, %s", (language) => {
    let visitor: Visitor;
    beforeAll(async () => {
      visitor = await openVisitor(browser, server, { language, viewport: "desktop" });
      await visitor.page.goto(accountPath(language, "sign-in"));
      await signIn(visitor, server.signIn("participant"));
    });
    afterAll(() => visitor.context.close());
    checkPages(ownPages, () => ({ visitor, programme }));
  });
});
