import { accountMessages } from "../../src/web/i18n/account.ts";
import { enrollingMessages } from "../../src/web/i18n/enrolling.ts";
import type { Visitor } from "./browser.ts";
import { linkIn } from "./mailbox.ts";
import type { SignIn } from "./server.ts";

export interface NewPerson extends SignIn {
  name: string;
}

const confirmSubject = { en: "Confirm your e-mail address", pl: "Potwierdź swój adres e-mail" };

/** From the workshop's page to its seat, and so to the choice between signing in and registering. */
export async function registerFromSeat({ page, language }: Visitor, person: NewPerson): Promise<void> {
  const words = accountMessages[language];
  await page.getByRole("link", { name: enrollingMessages[language].register }).click();
  await page.getByRole("heading", { level: 1, name: words.register.title }).waitFor();
  await page.getByLabel(words.fields.name).fill(person.name);
  await page.getByLabel(words.fields.email).fill(person.email);
  await page.getByLabel(words.fields.password).fill(person.password);
  await page.getByRole("button", { name: words.register.button }).click();
  await page.getByRole("heading", { level: 1, name: words.checkMail.title }).waitFor();
}

/** Opens the mailed link and confirms; `read` fetches the message with that subject. */
export async function confirmAddress({ page, language }: Visitor, read: (subject: string) => Promise<string>) {
  const words = accountMessages[language].verify;
  await page.goto(linkIn(await read(confirmSubject[language])));
  await page.getByRole("heading", { level: 1, name: words.title }).waitFor();
  await page.getByRole("button", { name: words.button }).click();
}

/** Signs in on the page that asks for it. */
export async function signIn({ page, language }: Visitor, { email, password }: SignIn): Promise<void> {
  const words = accountMessages[language];
  await page.getByLabel(words.fields.email).fill(email);
  await page.getByLabel(words.fields.password).fill(password);
  await page.getByRole("button", { name: words.signIn.button }).click();
}
