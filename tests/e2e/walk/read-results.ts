import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { messagesFor } from "../../../src/web/i18n/messages.ts";
import { resultsMessages } from "../../../src/web/i18n/results.ts";
import { studioMessages } from "../../../src/web/i18n/studio.ts";
import type { Visitor } from "../browser.ts";
import { questionnaire } from "./questions.ts";
import { goTo } from "./studio.ts";

/** The demo's questionnaire after a workshop, which people have answered. */
const answered = {
  title: { en: "After two days of", pl: "Po dwóch dniach" },
  choice: { en: "What was the pace like for you?", pl: "Jakie było dla ciebie tempo?" },
  scale: { en: "To what extent has anything changed", pl: "Na ile zmieniło się coś" },
  texts: { en: "What, if anything, got in your way", pl: "Co ci przeszkadzało albo czego zabrakło" },
};

async function openResults(editor: Visitor, title: string): Promise<void> {
  const { page, language } = editor;
  await goTo(editor, "questionnaires");
  const row = page.getByRole("row").filter({ hasText: title }).first();
  await row.getByRole("link", { name: studioMessages[language].questionnaires.toResults }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** Two people have answered: nothing is shown, and nothing can be taken away. */
export async function findNothingShown(editor: Visitor): Promise<void> {
  const { page, language } = editor;
  const words = resultsMessages[language];
  await openResults(editor, questionnaire.title[language]);
  await page.getByText(words.tooFewTitle(5)).waitFor();
  expect(await page.getByRole("figure").count()).toBe(0);
  expect(await page.getByRole("button", { name: words.export }).count()).toBe(0);
}

export async function readCharts(editor: Visitor): Promise<void> {
  const { page, language } = editor;
  const words = resultsMessages[language];
  const { chart } = messagesFor(language);
  await openResults(editor, answered.title[language]);
  const figure = (question: string) => page.getByRole("figure").filter({ hasText: question });
  const bars = (question: string) => figure(question).evaluate((each) => each.querySelectorAll("rect").length);
  const total = async (question: string) =>
    Number(/(\d+)/.exec(await figure(question).getByText(chart.total("")).innerText())?.[1]);

  // Bars for a choice, and the same as a table whose rows make up the total.
  const pace = figure(answered.choice[language]);
  expect(await bars(answered.choice[language])).toBeGreaterThanOrEqual(3);
  // The table that it opens is called the same.
  await pace.getByText(chart.showTable).first().click();
  const counts = await pace.getByRole("table").getByRole("row").allInnerTexts();
  expect(counts).toHaveLength(4);
  expect(await total(answered.choice[language])).toBeGreaterThanOrEqual(12);

  // The distribution of a scale, its mean and its median.
  // Points that few chose stand joined in classes, so there are fewer bars than points.
  expect(await bars(answered.scale[language])).toBeGreaterThanOrEqual(3);
  const scale = page.getByRole("main").filter({ has: figure(answered.scale[language]) });
  for (const name of [words.mean, words.median]) {
    const value = await scale.getByRole("definition").filter({ hasText: /^\d/ }).first().innerText();
    expect(Number(value.replace(",", "."))).toBeGreaterThan(1);
    expect(await scale.getByRole("term").filter({ hasText: name }).count()).toBeGreaterThan(0);
  }

  expect(await figure(answered.texts[language]).getByRole("blockquote").count()).toBeGreaterThanOrEqual(5);
}

/** The rows as a file that spreadsheets read: UTF-8 with its mark, a pseudonym in each row, nobody's name or address. */
export async function exportRows({ page, language }: Visitor): Promise<void> {
  const words = resultsMessages[language];
  await page.getByRole("button", { name: words.export }).click();
  const dialog = page.getByRole("dialog", { name: words.exportTitle });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("link", { name: words.exportTexts }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const file = await readFile(await download.path());
  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = file.toString("utf8").trimEnd().split(/\r?\n/);
  expect(lines.length).toBeGreaterThan(12);
  expect(lines[0]).toContain(answered.choice[language]);
  const pseudonyms = lines.slice(1).map((line) => line.split(",")[0]);
  expect(new Set(pseudonyms).size).toBe(pseudonyms.length);
  expect(file.toString("utf8")).not.toContain("@");
  await page.keyboard.press("Escape");
}
