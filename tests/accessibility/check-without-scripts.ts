import { expect, test } from "vitest";
import type { Language } from "../../src/shared/kernel/locale.ts";
import { enrollingMessages } from "../../src/web/i18n/enrolling.ts";
import { messagesFor } from "../../src/web/i18n/messages.ts";
import { programmeMessages } from "../../src/web/i18n/programme.ts";
import { siteMessages } from "../../src/web/i18n/site.ts";
import { confirmAddress, registerFromSeat } from "../e2e/account.ts";
import { openVisitor } from "../e2e/browser.ts";
import { mailTo } from "../e2e/mailbox.ts";
import type { OpenSite } from "./open-site.ts";

const ways = {
  en: { viewport: "phone", search: "distances", find: "Together from a distance", name: "Olive Hart" },
  pl: { viewport: "desktop", search: "odległością", find: "Razem na odległość", name: "Oliwia Żak" },
} as const;

/** Takes a seat and gives it back in a browser that runs no scripts. */
export function checkWithoutScripts(site: () => OpenSite, language: Language): void {
  const { viewport, search, find, name } = ways[language];
  test(`without scripts, from the search to a seat and back, on a ${viewport}`, async () => {
    const { browser, server } = site();
    const visitor = await openVisitor(browser, server, { language, viewport, hasScripts: false });
    const { page } = visitor;
    const words = enrollingMessages[language];
    const programme = programmeMessages[language];
    const person = { name, email: `no-scripts-${language}@example.org`, password: "four plain words here" };

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
}
