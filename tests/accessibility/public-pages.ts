import type { Page } from "playwright-core";
import type { Language } from "../../src/shared/kernel/locale.ts";
import { accountMessages } from "../../src/web/i18n/account.ts";
import { enrollingMessages } from "../../src/web/i18n/enrolling.ts";
import { runnerMessages } from "../../src/web/i18n/runner.ts";
import {
  type AccountPage,
  accountPath,
  enrolPath,
  mePath,
  questionnairePath,
  workshopPath,
} from "../../src/web/public/addresses.ts";
import type { Programme } from "./programme.ts";

/** A page, or a state of one, and how to get there. */
export interface PageCase {
  name: string;
  open(place: Place): Promise<unknown>;
  /** The status of a refusal that belongs to the case; the browser notes each. */
  refusal?: number;
  /** The role of what the case opens over a page that another case looks at. */
  part?: "dialog" | "alertdialog" | "menu" | "listbox";
}

export interface Place {
  page: Page;
  language: Language;
  programme: Programme;
}

export const community = "The house under the lime tree: what are we to be?";
export const team = "A team, not just a list of names";
export const remote = "Together from a distance";
const full = "A word for what I feel";

const at =
  (path: (language: Language, programme: Programme) => string): PageCase["open"] =>
  ({ page, language, programme }) =>
    page.goto(path(language, programme));

const account = (page: AccountPage, query?: Record<string, string>): PageCase => ({
  name: [page, ...Object.values(query ?? {})].join(", "),
  open: at((language) => accountPath(language, page, query)),
});

const workshop = (title: string) => at((language, { slug }) => workshopPath(language, slug(title, language)));
const seat = (title: string) => at((language, { slug }) => enrolPath(language, slug(title, language)));

/** What anyone can open. */
export const openPages: PageCase[] = [
  { name: "home", open: at((language) => `/${language}`) },
  { name: "programme", open: at((language) => `/${language}/workshops`) },
  { name: "programme, a search", open: at((language) => `/${language}/workshops?q=team`) },
  { name: "programme, nothing found", open: at((language) => `/${language}/workshops?q=xylophone`) },
  { name: "programme, filtered", open: at((language) => `/${language}/workshops?tag=leadership&from=2026-01-01`) },
  { name: "workshop with free seats", open: workshop(remote) },
  { name: "full workshop", open: workshop(full) },
  { name: "workshop with a questionnaire", open: workshop(community) },
  { name: "seat, not signed in", open: seat(remote) },
  account("sign-in"),
  account("sign-in", { done: "signedOut" }),
  account("register"),
  account("check-mail"),
  account("forgotten-password"),
  account("verify", { token: "a-used-token" }),
  account("reset-password", { token: "a-used-token" }),
  { name: "sign-in, refused", refusal: 401, open: (place) => refusedForm(place, "sign-in") },
  { name: "registration, refused", refusal: 422, open: (place) => refusedForm(place, "register") },
  {
    name: "a link that does not work",
    refusal: 400,
    open: async ({ page, language }) => {
      const words = accountMessages[language].verify;
      await page.goto(accountPath(language, "verify", { token: "a-used-token" }));
      await page.getByRole("button", { name: words.button }).click();
      await page.getByRole("heading", { level: 1, name: words.failedTitle }).waitFor();
    },
  },
  {
    name: "a new password, asked for",
    open: async ({ page, language }) => {
      await page.goto(accountPath(language, "forgotten-password"));
      await page.getByLabel(accountMessages[language].fields.email).fill("participant@example.org");
      await page.getByRole("button", { name: accountMessages[language].forgotten.button }).click();
      await page.getByRole("heading", { level: 1, name: accountMessages[language].checkMail.title }).waitFor();
    },
  },
  { name: "no such page", refusal: 404, open: at((language) => `/${language}/nothing-here`) },
  { name: "questionnaire, open to all", open: (place) => openRunner(place, community) },
  {
    name: "questionnaire, for participants",
    open: at((language, { questionnaire }) => questionnairePath(language, questionnaire(team))),
  },
  { name: "API reference", open: at(() => "/api/docs") },
];

/** What the demo's participant sees. */
export const ownPages: PageCase[] = [
  { name: "own page", open: at(mePath) },
  { name: "seat, confirmed", open: seat(team) },
  { name: "seat, waiting", open: seat("The conversation you keep putting off") },
  { name: "seat, to be had", open: seat(remote) },
  { name: "seat, a line to join", open: seat(full) },
  { name: "seat, to be approved", open: seat("Leading without a throne") },
  {
    name: "own page, refused",
    refusal: 422,
    open: async ({ page, language }) => {
      const words = enrollingMessages[language].me;
      await page.goto(mePath(language));
      await page.getByRole("textbox", { name: words.name, exact: true }).fill("");
      await page.getByRole("button", { name: words.save }).click();
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "questionnaire, answers missing",
    open: async (place) => {
      await openRunner(place, team);
      await place.page.getByRole("button", { name: runnerMessages[place.language].next }).click();
      await place.page.getByRole("alert").waitFor();
    },
  },
];

/** Sends a form as it stands, and waits for the list of what is wrong with it. */
async function refusedForm({ page, language }: Place, name: "sign-in" | "register"): Promise<void> {
  const { signIn, register } = accountMessages[language];
  await page.goto(accountPath(language, name));
  await page.getByRole("button", { name: (name === "register" ? register : signIn).button }).click();
  await page.getByRole("alert").waitFor();
}

async function openRunner({ page, language, programme }: Place, title: string): Promise<void> {
  await page.goto(questionnairePath(language, programme.questionnaire(title)));
  await page.getByRole("button", { name: runnerMessages[language].next }).waitFor();
}
