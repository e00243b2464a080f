import { test } from "vitest";
import type { Language } from "../../src/shared/kernel/locale.ts";
import { messagesFor } from "../../src/web/i18n/messages.ts";
import { workshopPath } from "../../src/web/public/addresses.ts";
import { openVisitor } from "../e2e/browser.ts";
import type { OpenSite } from "./open-site.ts";
import { remote } from "./public-pages.ts";

/** From English to Polish and back. */
export function checkLanguageSwitch(site: () => OpenSite): void {
  test("the language switch keeps the page and what was searched", async () => {
    const { browser, server, programme } = site();
    const { page, context } = await openVisitor(browser, server, { language: "en", viewport: "phone" });
    const switchTo = (language: Language) =>
      page.getByRole("link", { name: messagesFor(language).ownNameOf[language], exact: true }).click();
    await page.goto("/en/workshops?q=team");
    await switchTo("pl");
    await page.waitForURL("**/pl/workshops?q=team");
    await page.goto(workshopPath("pl", programme.slug(remote, "pl")));
    await switchTo("en");
    await page.waitForURL(`**${workshopPath("en", programme.slug(remote, "en"))}`);
    await page.getByRole("heading", { level: 1, name: remote }).waitFor();
    await context.close();
  });
}
