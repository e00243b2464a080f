import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { enrollingMessages } from "../../src/web/i18n/enrolling.ts";
import { messagesFor } from "../../src/web/i18n/messages.ts";
import { programmeMessages } from "../../src/web/i18n/programme.ts";
import { siteMessages } from "../../src/web/i18n/site.ts";
import { confirmAddress, registerFromSeat } from "./account.ts";
import { describeInBrowser, launchBrowser, openVisitor } from "./browser.ts";
import { mailTo } from "./mailbox.ts";
import { type Server, startServer } from "./server.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ways = [
  { language: "en", viewport: "phone", search: "distances", find: "Together from a distance" },
  { language: "pl", viewport: "desktop", search: "odległością", find: "Razem na odległość" },
] as const;

describeInBrowser("without scripts", () => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test.each(ways)("from the search to a seat and back ($language, $viewport)", async (way) => {
    const { language, viewport, search, find } = way;
    const visitor = await openVisitor(browser, server, { language, viewport, hasScripts: false });
    const { page } = visitor;
    const words = enrollingMessages[language];
    const programme = programmeMessages[language];
    const person = {
      name: language === "en" ? "Olive Hart" : "Oliwia Żak",
      email: `no-scripts-${language}@example.org`,
      password: "four plain words here",
    };

    await page.goto("/");
    await page.getByLabel(siteMessages[language].home.search).fill(search);
    await page.getByRole("button", { name: messagesFor(language).search }).click();
    await page.getByRole("heading", { level: 1, name: programme.title }).waitFor();
    await page.getByRole("link", { name: find }).first().click();
    const enrol = page.getByRole("link", { name: programme.workshop.enrol });
    await enrol.click();
    await registerFromSeat(visitor, person);
    await confirmAddress(visitor, (subject) => mailTo(server, person.email, new RegExp(subject)));

    // Back where they were going, and now as somebody who may take the seat.
    await page.getByText(words.willConfirm).waitFor();
    await page.getByRole("button", { name: words.enrol, exact: true }).click();
    await page.getByRole("heading", { name: words.states.confirmed.title }).waitFor();
    await mailTo(server, person.email, language === "en" ? /You have a seat/ : /Masz miejsce/);

    await page.getByText(words.leave).click();
    await page.getByRole("button", { name: words.leaveButton }).click();
    await page.getByText(words.done.cancel).waitFor();
    expect(await page.getByRole("button", { name: words.enrol, exact: true }).count()).toBe(1);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });
});
