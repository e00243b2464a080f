import { languages } from "../../../src/shared/kernel/locale.ts";
import { enrollingMessages } from "../../../src/web/i18n/enrolling.ts";
import { messagesFor } from "../../../src/web/i18n/messages.ts";
import { programmeMessages } from "../../../src/web/i18n/programme.ts";
import { siteMessages } from "../../../src/web/i18n/site.ts";
import { confirmAddress, type NewPerson, registerFromSeat } from "../account.ts";
import type { Visitor } from "../browser.ts";
import type { Story } from "./story.ts";

/** Finds the workshop by other forms of its words, in both languages, and stays on the page in one's own. */
export async function findWorkshop({ page, language }: Visitor, { searches, workshop }: Story): Promise<void> {
  const order = [...languages].sort((a, b) => Number(a === language) - Number(b === language));
  for (const of of order) {
    await page.goto(`/${of}`);
    await page.getByLabel(siteMessages[of].home.search).fill(searches[of]);
    await page.getByRole("button", { name: messagesFor(of).search, exact: true }).click();
    await page.getByText(programmeMessages[of].foundFor(1, searches[of], true)).waitFor();
    await page.getByRole("link", { name: workshop.title[of] }).click();
    await page.getByRole("heading", { level: 1, name: workshop.title[of] }).waitFor();
    await page.getByText(workshop.description[of]).waitFor();
    await page.getByText(workshop.place.name).first().waitFor();
  }
}

type ReadMail = (subject: string) => Promise<string>;

/** Registers on the way to a seat, confirms the address, and takes what there is: a seat, or a place in line. */
export async function enrol(
  visitor: Visitor,
  { person, read, outcome }: { person: NewPerson; read: ReadMail; outcome: "confirmed" | "waitlisted" },
): Promise<void> {
  const { page, language } = visitor;
  const words = enrollingMessages[language];
  const programme = programmeMessages[language].workshop;
  const isFull = outcome === "waitlisted";
  await page.getByRole("link", { name: isFull ? programme.joinLine : programme.enrol, exact: true }).click();
  await registerFromSeat(visitor, person);
  await confirmAddress(visitor, read);
  await page.getByText(isFull ? words.willWait : words.willConfirm).waitFor();
  await page.getByRole("button", { name: isFull ? words.join : words.enrol, exact: true }).click();
  await page.getByRole("heading", { name: words.states[outcome].title }).waitFor();
}

export async function giveSeatBack({ page, language }: Visitor): Promise<void> {
  const words = enrollingMessages[language];
  await page.getByText(words.leave, { exact: true }).click();
  await page.getByRole("button", { name: words.leaveButton }).click();
  await page.getByText(words.done.cancel).waitFor();
}
