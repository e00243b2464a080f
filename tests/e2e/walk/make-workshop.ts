import type { Locator } from "playwright-core";
import { expect } from "vitest";
import { type Language, languages } from "../../../src/shared/kernel/locale.ts";
import { messagesFor } from "../../../src/web/i18n/messages.ts";
import { studioMessages } from "../../../src/web/i18n/studio.ts";
import { workshopEditorMessages } from "../../../src/web/i18n/workshop-editor.ts";
import type { Visitor } from "../browser.ts";
import type { Story } from "./story.ts";

/** An empty draft, and what the checklist says about it. */
export async function startWorkshop({ page, language }: Visitor): Promise<void> {
  const words = workshopEditorMessages[language];
  await page.getByRole("button", { name: studioMessages[language].workshops.create }).first().click();
  await page.getByRole("heading", { level: 1, name: words.untitled }).waitFor();
  const checklist = page.getByRole("region", { name: words.publish.checklist });
  const lines = checklist.getByRole("button");
  await lines.first().waitFor();
  for (const of of languages) {
    expect(await page.getByRole("button", { name: words.publish.publish[of] }).isDisabled()).toBe(true);
  }
  // Each line leads to its field.
  const title = page.getByRole("region", { name: words.parts.texts }).getByRole("textbox").first();
  await lines.first().click();
  await expect.poll(() => title.evaluate((each) => each === document.activeElement)).toBe(true);
}

export async function fillWorkshop(visitor: Visitor, { workshop }: Story): Promise<void> {
  const { page, language } = visitor;
  const words = workshopEditorMessages[language];
  const part = (name: keyof typeof words.parts) => page.getByRole("region", { name: words.parts[name], exact: true });
  await page.getByRole("group", { name: words.shown.legend }).getByText(words.shown.both, { exact: true }).click();

  const texts = part("texts");
  for (const of of languages) {
    const field = fieldIn(texts, language, of);
    await field(words.texts.title).fill(workshop.title[of]);
    await field(words.texts.summary).fill(workshop.summary[of]);
    await field(words.texts.description).click();
    await page.keyboard.insertText(workshop.description[of]);
  }

  const sessions = part("sessions");
  for (const [index, { startsAt, endsAt }] of workshop.sessions.entries()) {
    await sessions.getByRole("button", { name: words.sessions.add }).click();
    const session = sessions.getByRole("group", { name: words.sessions.number(index + 1), exact: true });
    await session.getByLabel(words.sessions.startsAt, { exact: true }).fill(startsAt);
    await session.getByLabel(words.sessions.endsAt, { exact: true }).fill(endsAt);
  }

  const seats = part("seats");
  await seats.getByRole("spinbutton", { name: words.seats.capacity, exact: true }).fill("2");
  await seats.getByRole("checkbox", { name: words.seats.waitingList, exact: true }).check();
  await seats.getByRole("checkbox", { name: words.seats.confirmsAtOnce, exact: true }).check();
  await addPlaceAndFacilitator(visitor, part("place"), workshop);
}

async function addPlaceAndFacilitator(
  { page, language }: Visitor,
  part: Locator,
  { place, facilitator }: Story["workshop"],
): Promise<void> {
  const words = workshopEditorMessages[language].place;
  const dialog = page.getByRole("dialog");
  await part.getByRole("button", { name: words.addPlace }).click();
  await dialog.getByRole("textbox", { name: words.name, exact: true }).fill(place.name);
  await dialog.getByRole("textbox", { name: words.city, exact: true }).fill(place.city);
  await dialog.getByRole("button", { name: words.create, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await part.getByRole("button", { name: words.newFacilitator }).click();
  await dialog.getByRole("textbox", { name: words.personName, exact: true }).fill(facilitator);
  await dialog.getByRole("button", { name: words.create, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await part.getByText(facilitator, { exact: true }).waitFor();
}

/** Publishes one language after the other; each says that its page is public. */
export async function publishWorkshop({ page, language }: Visitor): Promise<void> {
  const words = workshopEditorMessages[language].publish;
  await page.getByRole("status").filter({ hasText: words.ready }).waitFor();
  for (const of of languages) {
    await page.getByRole("button", { name: words.publish[of] }).click();
    await page.getByText(words.done[of]).waitFor();
    await page.getByRole("link", { name: words.page[of] }).waitFor();
  }
}

/** A text's field in one of the languages: its label ends in the language's name. */
const fieldIn = (part: Locator, reader: Language, of: Language) => (label: string) =>
  part.getByRole("textbox", { name: `${label} ${messagesFor(reader).languageName[of]}`, exact: true });
