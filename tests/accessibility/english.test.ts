import { vi } from "vitest";
import { describeInBrowser } from "../e2e/browser.ts";
import { checkKeyboard } from "./check-keyboard.ts";
import { checkLanguageSwitch } from "./check-language-switch.ts";
import { checkPages } from "./check-pages.ts";
import { checkWithoutScripts } from "./check-without-scripts.ts";
import { openSite } from "./open-site.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

describeInBrowser("the site in English", () => {
  const site = openSite();
  checkPages(site, "en");
  checkKeyboard(site, "en");
  checkWithoutScripts(site, "en");
  checkLanguageSwitch(site);
});
