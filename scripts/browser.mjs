import { spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { installFromDebian } from "./debian.mjs";

/** Where the tests read the path of the browser. */
const note = "node_modules/.browser";
const downloadWithinMs = 180_000;

/** Finds or installs a Chromium. Gives false only where a missing one must stop the run: on CI. */
export function prepareBrowser() {
  const reasons = [];
  const browser = findBrowser() ?? fromDebian(reasons) ?? installFromPlaywright(reasons);
  if (browser) {
    writeFileSync(note, browser);
    return true;
  }
  rmSync(note, { force: true });
  console.error("No Chrome or Chromium here, so the browser tests will be SKIPPED. Tried:");
  for (const reason of reasons) console.error(`  - ${reason}`);
  console.error("Install Chrome, or set CHROME_PATH to the program.");
  return process.env.CI !== "true";
}

function findBrowser() {
  return candidates().find((path) => path && existsSync(path));
}

function candidates() {
  if (process.env.CHROME_PATH) return [process.env.CHROME_PATH];
  const { PATH = "", PROGRAMFILES, LOCALAPPDATA, "PROGRAMFILES(X86)": programFilesX86 } = process.env;
  // The first draws without a window's machinery and needs half the time; the pages look the same in it.
  const names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const places = {
    linux: [...PATH.split(delimiter), "/usr/bin"].flatMap((folder) => names.map((name) => join(folder, name))),
    darwin: ["Google Chrome", "Chromium"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    win32: [PROGRAMFILES, programFilesX86, LOCALAPPDATA]
      .filter(Boolean)
      .map((folder) => join(folder, "Google", "Chrome", "Application", "chrome.exe")),
  };
  return [...(places[process.platform] ?? []), playwrightsOwn()];
}

function playwrightsOwn() {
  return createRequire(import.meta.url)("playwright-core").chromium.executablePath();
}

function fromDebian(reasons) {
  console.log("Installing Chromium for the browser tests (once) ...");
  const reason = installFromDebian(["chromium-headless-shell"]) && installFromDebian(["chromium"]);
  if (reason) reasons.push(reason);
  return findBrowser();
}

function installFromPlaywright(reasons) {
  console.log("Downloading Playwright's Chromium for the browser tests (once) ...");
  const cli = createRequire(import.meta.url).resolve("playwright-core/cli.js");
  const { status } = spawnSync(process.execPath, [cli, "install", "chromium"], {
    stdio: "ignore",
    timeout: downloadWithinMs,
  });
  if (status !== 0) reasons.push("playwright-core install chromium: failed");
  return findBrowser();
}
