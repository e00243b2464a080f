import type { Locator } from "playwright-core";
import { type Language, languages } from "../../../src/shared/kernel/locale.ts";
import { builderMessages } from "../../../src/web/i18n/builder.ts";
import { messagesFor } from "../../../src/web/i18n/messages.ts";
import { workshopEditorMessages } from "../../../src/web/i18n/workshop-editor.ts";
import type { Visitor } from "../browser.ts";
import { type AskedQuestion, type Both, questionnaire } from "./questions.ts";

/** From the workshop's editor to a new questionnaire, filled in both languages. */
export async function makeQuestionnaire(visitor: Visitor): Promise<void> {
  const { page, language } = visitor;
  const words = builderMessages[language];
  await page.getByRole("button", { name: workshopEditorMessages[language].questionnaires.create }).click();
  await page.getByRole("heading", { level: 1, name: words.untitled }).waitFor();
  await page.getByRole("group", { name: words.shown.legend }).getByText(words.shown.both, { exact: true }).click();
  await write(visitor, words.fields.title, questionnaire.title);

  const structure = page.getByRole("navigation", { name: words.structure });
  await structure.getByRole("button", { name: words.settings, exact: true }).click();
  await page.getByRole("radio", { name: words.settingsPart.audiences.confirmed, exact: true }).check();
  for (const { title, questions } of questionnaire.sections) {
    await structure.getByRole("button", { name: words.addSection }).click();
    await write(visitor, words.fields.sectionTitle, title);
    const branch = structure.getByRole("region", { name: title[language], exact: true });
    for (const question of Object.values<AskedQuestion>(questions)) {
      await branch.getByRole("button", { name: words.addQuestion }).click();
      await page.getByRole("menuitem", { name: words.kinds[question.kind], exact: true }).click();
      await fillQuestion(visitor, question);
    }
  }
  await structure.getByRole("button", { name: words.thanks, exact: true }).click();
  await write(visitor, words.fields.thanks, questionnaire.thanks);
}

async function fillQuestion(visitor: Visitor, question: AskedQuestion): Promise<void> {
  const { page, language } = visitor;
  const { fields } = builderMessages[language];
  const { kind, text, isRequired, options = [], limits = {}, ends, showIf } = question;
  await page.getByRole("heading", { level: 2, name: builderMessages[language].kinds[kind], exact: true }).waitFor();
  await write(visitor, fields.text, text);
  if (isRequired) await page.getByRole("checkbox", { name: fields.required, exact: true }).check();
  for (const [index, option] of options.entries()) {
    const first = textIn(page.getByRole("main"), { label: fields.option(index + 1), of: language, reader: language });
    if ((await first.count()) === 0) await page.getByRole("button", { name: fields.addOption }).click();
    await write(visitor, fields.option(index + 1), option);
  }
  for (const [name, limit] of Object.entries(limits)) {
    const label = fields[name as keyof typeof limits];
    await page.getByRole("textbox", { name: label, exact: true }).fill(String(limit));
  }
  for (const [name, words] of Object.entries(ends ?? {})) {
    await write(visitor, fields[name as "fromLabel" | "toLabel"], words);
  }
  if (showIf) await showOnlyIf(visitor, showIf);
}

/** Asks for the question just before, which is what the editor proposes. */
async function showOnlyIf({ page, language }: Visitor, option: Both): Promise<void> {
  const { condition } = builderMessages[language];
  const part = page.getByRole("region", { name: condition.title, exact: true });
  await part.getByRole("button", { name: condition.add, exact: true }).click();
  await part
    .getByRole("combobox", { name: condition.test, exact: true })
    .selectOption({ label: condition.tests.equals });
  await part.getByRole("combobox", { name: condition.value, exact: true }).selectOption({ label: option[language] });
}

/** Publishes both languages, once the checker has nothing to say. */
export async function publishQuestionnaire({ page, language }: Visitor): Promise<void> {
  const words = builderMessages[language].publish;
  await page.getByRole("status").filter({ hasText: words.nothingMissing }).waitFor();
  await page.getByRole("button", { name: words.publish, exact: true }).click();
  await page.getByText(words.upToDate).waitFor();
}

/** Writes a text in both languages. */
async function write({ page, language }: Visitor, label: string, text: Both): Promise<void> {
  for (const of of languages) {
    await textIn(page.getByRole("main"), { label, of, reader: language }).fill(text[of]);
  }
}

/** The label of a text ends in the name of the language that it is in. */
function textIn(within: Locator, { label, of, reader }: { label: string; of: Language; reader: Language }): Locator {
  return within.getByRole("textbox", { name: `${label} ${messagesFor(reader).languageName[of]}`, exact: true });
}
