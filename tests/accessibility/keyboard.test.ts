import { describe, expect, test, vi } from "vitest";
import { type Language, languages } from "../../src/shared/kernel/locale.ts";
import { enrollingMessages } from "../../src/web/i18n/enrolling.ts";
import { frameMessages } from "../../src/web/i18n/frame.ts";
import { messagesFor } from "../../src/web/i18n/messages.ts";
import { programmeMessages } from "../../src/web/i18n/programme.ts";
import { siteMessages } from "../../src/web/i18n/site.ts";
import { studioMessages } from "../../src/web/i18n/studio.ts";
import { workshopEditorMessages } from "../../src/web/i18n/workshop-editor.ts";
import { workshopPath } from "../../src/web/public/addresses.ts";
import { describeInBrowser, openVisitor } from "../e2e/browser.ts";
import { enterStudio } from "../e2e/walk/studio.ts";
import { tabTo } from "./keyboard.ts";
import { openSite } from "./open-site.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

const remote = { en: "Together from a distance", pl: "Razem na odległość" };

describeInBrowser("without a mouse, and in the other language", () => {
  const site = openSite();

  describe.each(languages)("with the keyboard alone, %s", (language) => {
    test("past the navigation, by a search, to a seat", async () => {
      const { browser, server } = site();
      const { page, context } = await openVisitor(browser, server, { language, viewport: "desktop" });
      await page.goto(`/${language}`);
      await page.keyboard.press("Tab");
      const skip = page.getByRole("link", { name: messagesFor(language).skipToContent });
      expect(await skip.evaluate((each) => each === document.activeElement)).toBe(true);
      await page.keyboard.press("Enter");
      await tabTo(page, page.getByLabel(siteMessages[language].home.search));
      await page.keyboard.type(language === "en" ? "distances" : "odległością");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/workshops?q=*");
      await tabTo(page, page.getByRole("link", { name: remote[language] }));
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: remote[language] }).waitFor();
      await tabTo(page, page.getByRole("link", { name: programmeMessages[language].workshop.enrol }));
      await page.keyboard.press("Enter");
      await page.waitForURL("**/enrol");
      await tabTo(page, page.getByRole("link", { name: enrollingMessages[language].register }));
      await context.close();
    });

    test("in the studio, from the list to the text of a workshop, and elsewhere by the command menu", async () => {
      const { browser, server } = site();
      const visitor = await openVisitor(browser, server, { language, viewport: "desktop" });
      const { page, context } = visitor;
      await enterStudio(visitor, server.signIn("admin"));
      await tabTo(page, page.getByRole("button", { name: studioMessages[language].workshops.create }));
      await tabTo(page, page.getByRole("link", { name: remote[language] }));
      await page.keyboard.press("Enter");
      await page.getByRole("toolbar").first().waitFor();
      await tabTo(
        page,
        page.getByRole("region", { name: workshopEditorMessages[language].parts.texts }).getByRole("textbox").first(),
      );
      await page.keyboard.press("Control+k");
      await page.getByRole("menuitem", { name: frameMessages[language].navigation.people }).waitFor();
      await page.keyboard.type(frameMessages[language].navigation.people);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 1, name: studioMessages[language].people.title }).waitFor();
      await context.close();
    });
  });

  test("the language switch keeps the page and what was searched", async () => {
    const { browser, server, programme } = site();
    const { page, context } = await openVisitor(browser, server, { language: "en", viewport: "phone" });
    const switchTo = (language: Language) =>
      page.getByRole("link", { name: messagesFor(language).ownNameOf[language], exact: true }).click();
    await page.goto("/en/workshops?q=team");
    await switchTo("pl");
    await page.waitForURL("**/pl/workshops?q=team");
    await page.goto(workshopPath("pl", programme.slug(remote.en, "pl")));
    await switchTo("en");
    await page.waitForURL(`**${workshopPath("en", programme.slug(remote.en, "en"))}`);
    await page.getByRole("heading", { level: 1, name: remote.en }).waitFor();
    await context.close();
  });
});
