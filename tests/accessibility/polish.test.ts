import { vi } from "vitest";
import { describeInBrowser } from "../e2e/browser.ts";
import { checkKeyboard } from "./check-keyboard.ts";
import { checkPages } from "./check-pages.ts";
import { checkWithoutScripts } from "./check-without-scripts.ts";
import { openSite } from "./open-site.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

describeInBrowser("the site in Polish", () => {
  const site = openSite();
  checkPages(site, "pl");
  checkKeyboard(site, "pl");
  checkWithoutScripts(site, "pl");
});
