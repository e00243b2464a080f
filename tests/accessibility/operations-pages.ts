import { operationsMessages } from "../../src/web/i18n/operations.ts";
import { goTo } from "./go-to.ts";
import type { PageCase, Place } from "./public-pages.ts";

/** What those who run the installation see. */
export const operationsPages: PageCase[] = [
  ...(["alerts", "requests", "database", "cache", "jobs", "settings", "audit"] as const).map((tab) => ({
    name: `operations, ${tab}`,
    open: async (place: Place) => {
      const { page, language } = place;
      await goTo(place, `/studio/operations/${tab}`);
      const words = operationsMessages[language];
      const heading = tab === "database" ? words.database.tables : words.tabs[tab];
      await page.getByRole("heading", { level: 2, name: heading, exact: true }).waitFor();
      await page.locator(".skeleton").first().waitFor({ state: "hidden" });
    },
  })),
  {
    name: "operations, live figures",
    open: async (place) => {
      const { page, language } = place;
      await goTo(place, "/studio/operations");
      await page.getByRole("figure").filter({ hasText: operationsMessages[language].panels.memory }).waitFor();
    },
  },
  {
    name: "operations, the plan of a statement",
    part: "dialog",
    open: async (place) => {
      const { page, language } = place;
      await goTo(place, "/studio/operations/database");
      const { showPlan } = operationsMessages[language].database;
      await page.getByRole("button", { name: showPlan }).first().click();
      await page.getByRole("dialog").locator("pre, .notice").waitFor();
    },
  },
];
