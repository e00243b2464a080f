import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { answerSentences } from "../../../src/shared/questionnaires/answer-sentence.ts";
import { enrollingMessages } from "../../../src/web/i18n/enrolling.ts";
import { runnerMessages } from "../../../src/web/i18n/runner.ts";
import { mePath } from "../../../src/web/public/addresses.ts";
import { faultsOf } from "../../accessibility/check-page.ts";
import { type Visitor, viewports } from "../browser.ts";
import { questionnaire, wordsOf } from "./questions.ts";

const savedWithinMs = 20_000;
const secret = "a bench and two apple trees";

/** On a phone, from one's own page to the first question. */
async function openQuestionnaire({ page, language }: Visitor): Promise<void> {
  await page.setViewportSize(viewports.phone);
  await page.goto(mePath(language));
  const waiting = page.getByRole("region", { name: enrollingMessages[language].me.questionnaires });
  await waiting.getByRole("link", { name: questionnaire.title[language] }).click();
  await page.getByRole("heading", { level: 2, name: questionnaire.sections[0].title[language] }).waitFor();
}

/** Reloads in the middle of both parts, each time right after the last key, and finds everything as it was. */
export async function answerWithReloads(visitor: Visitor): Promise<void> {
  const { page, language } = visitor;
  const words = wordsOf(language);
  const runner = runnerMessages[language];
  await openQuestionnaire(visitor);
  await text(page, words.call).fill("Bee");
  await text(page, words.years).fill("7");
  await press(choice(page, words.before, words.yes));
  await text(page, words.story).pressSequentially(secret);
  await page.reload();
  expect(await text(page, words.call).inputValue()).toBe("Bee");
  expect(await text(page, words.years).inputValue()).toBe("7");
  expect(await choice(page, words.before, words.yes).isChecked()).toBe(true);
  expect(await text(page, words.story).inputValue()).toBe(secret);

  await page.getByRole("button", { name: runner.next, exact: true }).click();
  const [first = "", second = "", third = ""] = words.hopeOptions;
  const hope = (name: string) => page.getByRole("group", { name: words.hopes }).getByRole("checkbox", { name });
  await press(hope(first));
  await press(hope(third));
  expect(await hope(second).isDisabled()).toBe(true);
  await press(choice(page, words.ease, "4"));
  await page.reload();
  expect(await hope(first).isChecked()).toBe(true);
  expect(await hope(third).isChecked()).toBe(true);
  expect(await choice(page, words.ease, "4").isChecked()).toBe(true);
  await press(page.getByRole("checkbox", { name: words.consent }));
  await submit(visitor);
  expect(await storedAnswers(page)).toContain(secret);
}

/** Is told what is missing and what is out of bounds, and takes back the answer that another one depends on. */
export async function answerWithSecondThoughts(visitor: Visitor): Promise<void> {
  const { page, language } = visitor;
  const words = wordsOf(language);
  const runner = runnerMessages[language];
  const sentences = answerSentences[language];
  await openQuestionnaire(visitor);
  await text(page, words.years).fill("200");
  await page.getByRole("button", { name: runner.next, exact: true }).click();
  const faults = page.getByRole("alert");
  await faults.getByText(sentences.required).waitFor();
  await faults.getByText(sentences.requiredChoice).waitFor();
  await faults.getByText(sentences.too_high(99)).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await text(page, words.call).fill("Cee");
  await text(page, words.years).fill("20");
  await press(choice(page, words.before, words.yes));
  await text(page, words.story).fill(secret);
  await expect.poll(() => storedAnswers(page), { timeout: savedWithinMs }).toContain(secret);
  await press(choice(page, words.before, words.no));
  await expect.poll(() => text(page, words.story).count()).toBe(0);
  await expect.poll(() => storedAnswers(page), { timeout: savedWithinMs }).not.toContain(secret);
  await page.getByRole("button", { name: runner.next, exact: true }).click();
  await press(page.getByRole("checkbox", { name: words.consent }));
  await submit(visitor);
  expect(await storedAnswers(page)).not.toContain(secret);
  expect(await faultsOf(page)).toEqual([]);
}

async function submit({ page, language }: Visitor): Promise<void> {
  const words = runnerMessages[language];
  await page.getByRole("button", { name: words.submit, exact: true }).click();
  await page.getByRole("heading", { name: words.thanks.title }).waitFor();
  await page.getByText(questionnaire.thanks[language]).waitFor();
}

/** What the server has, asked with the person's own cookie. */
function storedAnswers(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const id = location.pathname.split("/").at(-1);
    const answer = await fetch(`/api/v1/questionnaires/${id}/my-response`);
    const { response } = (await answer.json()) as { response: { answers: unknown } | null };
    return JSON.stringify(response?.answers ?? null);
  });
}

/** By force, for the label lies over the control, all as large as a finger, and takes the press in its place. */
const press = (control: Locator) => control.check({ force: true });
const text = (page: Page, question: string) => page.getByRole("textbox", { name: question });
const choice = (page: Page, question: string, answer: string) =>
  page.getByRole("radiogroup", { name: question }).getByRole("radio", { name: answer });
