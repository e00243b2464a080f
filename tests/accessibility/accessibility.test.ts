import { describe, vi } from "vitest";
import { languages } from "../../src/shared/kernel/locale.ts";
import { describeInBrowser } from "../e2e/browser.ts";
import { checkKeyboard } from "./check-keyboard.ts";
import { checkLanguageSwitch } from "./check-language-switch.ts";
import { checkPages } from "./check-pages.ts";
import { checkWithoutScripts } from "./check-without-scripts.ts";
import { openSite } from "./open-site.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

// In one file, for everything is looked at in one browser on one server: two of each take longer to start than they save.
describeInBrowser("the site", () => {
  const site = openSite();
  describe.each(languages)("in %s", (language) => {
    checkPages(site, language);
    checkKeyboard(site, language);
    checkWithoutScripts(site, language);
  });
  checkLanguageSwitch(site);
});
