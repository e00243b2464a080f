import { describe, expect, test } from "vitest";
import type { Language } from "../../src/shared/kernel/locale.ts";
import { enrollingMessages } from "../../src/web/i18n/enrolling.ts";
import { frameMessages } from "../../src/web/i18n/frame.ts";
import { messagesFor } from "../../src/web/i18n/messages.ts";
import { programmeMessages } from "../../src/web/i18n/programme.ts";
import { siteMessages } from "../../src/web/i18n/site.ts";
import { studioMessages } from "../../src/web/i18n/studio.ts";
import { workshopEditorMessages } from "../../src/web/i18n/workshop-editor.ts";
import { openVisitor } from "../e2e/browser.ts";
import { enterStudio } from "../e2e/walk/studio.ts";
import { tabTo } from "./keyboard.ts";
import type { OpenSite } from "./open-site.ts";

const remote = { en: "Together from a distance", pl: "Razem na odległość" };

/** Goes where a mouse would go, by the keyboard alone. */
export function checkKeyboard(site: () => OpenSite, language: Language): void {
  describe("with the keyboard alone", () => {
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
}
