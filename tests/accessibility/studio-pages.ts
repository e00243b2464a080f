import { builderMessages } from "../../src/web/i18n/builder.ts";
import { frameMessages } from "../../src/web/i18n/frame.ts";
import { messagesFor } from "../../src/web/i18n/messages.ts";
import { resultsMessages } from "../../src/web/i18n/results.ts";
import { studioMessages } from "../../src/web/i18n/studio.ts";
import { workshopEditorMessages } from "../../src/web/i18n/workshop-editor.ts";
import { goTo, noPage } from "./go-to.ts";
import { operationsPages } from "./operations-pages.ts";
import type { PageCase, Place } from "./public-pages.ts";
import { community, team } from "./public-pages.ts";

const editorWords = ({ language }: Place) => workshopEditorMessages[language];
const builderWords = ({ language }: Place) => builderMessages[language];

/** The studio as the administrator sees it, who sees all of it. */
export const studioPages: PageCase[] = [
  { name: "workshops", open: openList },
  {
    name: "command menu",
    open: async (place) => {
      await openList(place);
      await place.page.keyboard.press("Control+k");
      await place.page.getByRole("dialog", { name: frameMessages[place.language].commandMenu }).waitFor();
    },
  },
  {
    name: "keyboard shortcuts",
    open: async (place) => {
      await openList(place);
      await place.page.keyboard.press("?");
      await place.page.getByRole("dialog", { name: frameMessages[place.language].shortcuts.title }).waitFor();
    },
  },
  {
    name: "menu of the account",
    part: "menu",
    open: async (place) => {
      await openList(place);
      await place.page.getByRole("banner").getByRole("button", { expanded: false }).click();
      await place.page.getByRole("menu").waitFor();
    },
  },
  {
    name: "new workshop with its checklist",
    open: async (place) => {
      await openList(place);
      const { create } = studioMessages[place.language].workshops;
      await place.page.getByRole("button", { name: create }).first().click();
      await place.page.getByRole("region", { name: editorWords(place).publish.checklist }).waitFor();
    },
  },
  {
    name: "workshops, nothing found",
    open: async (place) => {
      const words = studioMessages[place.language].workshops;
      await openList(place);
      await place.page.getByRole("searchbox", { name: words.search }).fill("xylophone");
      await place.page.getByText(words.nothingFound).waitFor();
    },
  },
  { name: "workshop editor", open: openEditor },
  {
    name: "workshop editor, both languages",
    open: async (place) => {
      await openEditor(place);
      const { shown } = editorWords(place);
      await place.page.getByRole("group", { name: shown.legend }).getByText(shown.both, { exact: true }).click();
    },
  },
  ...(["addPlace", "newFacilitator"] as const).map((button) => ({
    name: `workshop editor, ${button}`,
    part: "dialog" as const,
    open: async (place: Place) => {
      await openEditor(place);
      await place.page.getByRole("button", { name: editorWords(place).place[button], exact: true }).click();
      await place.page.getByRole("dialog").waitFor();
    },
  })),
  {
    name: "workshop editor, choice of a facilitator",
    part: "listbox",
    open: async (place) => {
      await openEditor(place);
      await place.page.getByRole("button", { name: editorWords(place).place.chooseFacilitator }).click();
      await place.page.getByRole("listbox").waitFor();
    },
  },
  ...(["revisions", "archive", "cancel"] as const).map((action) => ({
    name: `workshop editor, ${action}`,
    part: action === "revisions" ? ("dialog" as const) : ("alertdialog" as const),
    open: async (place: Place) => {
      await openEditor(place);
      const { actions } = editorWords(place);
      await place.page.getByRole("button", { name: actions.menu, exact: true }).click();
      await place.page.getByRole("menuitem", { name: actions[action], exact: true }).click();
      await place.page.getByRole(action === "revisions" ? "dialog" : "alertdialog").waitFor();
    },
  })),
  { name: "enrolments", open: openEnrolments },
  {
    name: "enrolments, to be cancelled",
    part: "alertdialog",
    open: async (place) => {
      await openEnrolments(place);
      const { cancel } = studioMessages[place.language].enrolments;
      await place.page.getByRole("button", { name: cancel }).first().click();
      await place.page.getByRole("alertdialog").waitFor();
    },
  },
  {
    name: "questionnaires",
    open: async (place) => {
      await goTo(place, "/studio/questionnaires");
      await place.page.getByRole("table").waitFor();
    },
  },
  { name: "builder", open: (place) => openBuilder(place, builderWords(place).cover) },
  { name: "builder, settings", open: (place) => openBuilder(place, builderWords(place).settings) },
  {
    name: "builder, a question with a condition",
    open: async (place) => {
      await openBuilder(place, builderWords(place).cover);
      await place.page
        .getByRole("row")
        .filter({ hasText: builderWords(place).condition.title })
        .first()
        .click();
      await place.page.getByRole("combobox", { name: builderWords(place).condition.test, exact: true }).waitFor();
    },
  },
  {
    name: "builder, kinds of questions",
    part: "menu",
    open: async (place) => {
      await openBuilder(place, builderWords(place).cover);
      await place.page
        .getByRole("button", { name: builderWords(place).addQuestion })
        .first()
        .click();
      await place.page.getByRole("menu").waitFor();
    },
  },
  {
    name: "builder, wide preview",
    open: async (place) => {
      await openBuilder(place, builderWords(place).cover);
      await place.page.getByRole("button", { name: builderWords(place).preview.wide }).click();
      await place.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "builder, to be closed",
    part: "alertdialog",
    open: async (place) => {
      await openBuilder(place, builderWords(place).cover);
      await place.page.getByRole("button", { name: builderWords(place).publish.close, exact: true }).click();
      await place.page.getByRole("alertdialog").waitFor();
    },
  },
  { name: "results", open: (place) => openResults(place, team) },
  { name: "results of open questions", open: (place) => openResults(place, community) },
  {
    name: "results, all tables open",
    open: async (place) => {
      await openResults(place, team);
      const { showTable } = messagesFor(place.language).chart;
      for (const summary of await place.page.locator("summary", { hasText: showTable }).all()) await summary.click();
    },
  },
  {
    name: "results, export",
    part: "dialog",
    open: async (place) => {
      await openResults(place, team);
      await place.page.getByRole("button", { name: resultsMessages[place.language].export }).click();
      await place.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "people",
    open: async (place) => {
      await goTo(place, "/studio/people");
      await place.page.getByRole("table").waitFor();
    },
  },
  { name: "messages", open: openMessages },
  {
    name: "a message",
    part: "dialog",
    open: async (place) => {
      await openMessages(place);
      await place.page.getByRole("table").getByRole("button").first().click();
      await place.page.getByRole("dialog").getByRole("link").waitFor();
    },
  },
  ...operationsPages,
  {
    name: "no such page of the studio",
    open: (place) => goTo(place, noPage),
  },
];

async function openList(place: Place): Promise<void> {
  await goTo(place, "/studio/workshops");
  await place.page.getByRole("table").waitFor();
}

async function openEditor(place: Place): Promise<void> {
  const { page, programme } = place;
  await goTo(place, `/studio/workshops/${programme.workshop(team)}`);
  await page.getByRole("toolbar").first().waitFor();
}

async function openEnrolments(place: Place): Promise<void> {
  const { page, programme } = place;
  await goTo(place, `/studio/workshops/${programme.workshop(team)}/enrolments`);
  await page.getByRole("table", { name: /\d/ }).waitFor();
}

async function openBuilder(place: Place, item: string): Promise<void> {
  const { page, language, programme } = place;
  await goTo(place, `/studio/questionnaires/${programme.questionnaire(team)}`);
  const structure = page.getByRole("navigation", { name: builderMessages[language].structure });
  await structure.getByRole("button", { name: item, exact: true }).click();
  await page.getByRole("heading", { level: 2, name: item, exact: true }).waitFor();
}

async function openResults(place: Place, workshop: string): Promise<void> {
  const { page, programme } = place;
  await goTo(place, `/studio/questionnaires/${programme.questionnaire(workshop)}/results`);
  await page.getByRole("figure").first().waitFor();
}

async function openMessages(place: Place): Promise<void> {
  await goTo(place, "/studio/messages");
  await place.page.getByRole("table").waitFor();
}
