import { frameMessages } from "../../../src/web/i18n/frame.ts";
import { messagesFor } from "../../../src/web/i18n/messages.ts";
import { studioMessages } from "../../../src/web/i18n/studio.ts";
import { signIn } from "../account.ts";
import type { Visitor } from "../browser.ts";
import type { SignIn } from "../server.ts";

/** Signs in to the studio, and makes it speak the language of the visitor. */
export async function enterStudio(visitor: Visitor, account: SignIn): Promise<void> {
  const { page, language } = visitor;
  await page.goto("/studio");
  await signIn(visitor, account);
  const title = page.getByRole("heading", { level: 1 });
  await title.waitFor();
  await setStudioLanguage(visitor);
  await page.getByRole("heading", { level: 1, name: studioMessages[language].workshops.title, exact: true }).waitFor();
}

/** Through the menu behind one's own name, whatever language it is in. */
async function setStudioLanguage({ page, language }: Visitor): Promise<void> {
  if ((await page.evaluate(() => document.documentElement.lang)) === language) return;
  const other = language === "en" ? "pl" : "en";
  await page.getByRole("banner").getByRole("button", { expanded: false }).click();
  await page.getByRole("menuitem", { name: messagesFor(other).ownNameOf[language] }).click();
  await page.getByRole("link", { name: frameMessages[language].navigation.workshops, exact: true }).waitFor();
}

/** The pages of the studio, by its main navigation. */
export async function goTo({ page, language }: Visitor, place: "workshops" | "questionnaires" | "messages" | "people") {
  const navigation = page.getByRole("navigation", { name: messagesFor(language).mainNavigation });
  await navigation.getByRole("link", { name: frameMessages[language].navigation[place], exact: true }).click();
  await page.getByRole("heading", { level: 1, name: studioMessages[language][place].title, exact: true }).waitFor();
}
