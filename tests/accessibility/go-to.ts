import { messagesFor } from "../../src/web/i18n/messages.ts";
import type { Place } from "./public-pages.ts";

export const noPage = "/studio/nothing-here";

/**
 * Goes to an address of the studio as its links do, without loading the studio anew; if it is open already, only what
 * lies over the page is closed.
 */
export async function goTo({ page, language }: Place, path: string): Promise<void> {
  const over = page.locator('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]');
  while ((await over.count()) > 0) {
    await page.keyboard.press("Escape");
    await over.first().waitFor({ state: "detached" });
  }
  const { pathname, search } = new URL(page.url());
  if (pathname + search === path) return;
  const follow = (address: string) => page.evaluate((to) => history.pushState(null, "", to), address);
  // By way of no page, so that nothing of the page before is taken for the next one.
  await follow(noPage);
  await page.getByText(messagesFor(language).errorPage.notFoundTitle).waitFor();
  if (path !== noPage) await follow(path);
}
