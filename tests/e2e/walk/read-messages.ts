import { studioMessages } from "../../../src/web/i18n/studio.ts";
import type { Visitor } from "../browser.ts";
import { goTo } from "./studio.ts";

const arrivesWithinMs = 30_000;

/** The text of the newest message with that subject to that address, from the studio's list of messages. */
export async function readInStudio(admin: Visitor, { to, subject }: { to: string; subject: string }): Promise<string> {
  const { page, language } = admin;
  const words = studioMessages[language].messages;
  await goTo(admin, "messages");
  const row = page.getByRole("row").filter({ hasText: to }).filter({ hasText: subject }).first();
  // The list looks for new messages by itself.
  await row.getByRole("button", { name: words.open(subject) }).click({ timeout: arrivesWithinMs });
  const dialog = page.getByRole("dialog", { name: subject });
  const link = await dialog.getByRole("link").first().getAttribute("href");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  return link ?? "";
}
