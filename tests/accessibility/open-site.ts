import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "../e2e/browser.ts";
import { type Server, startServer } from "../e2e/server.ts";
import { type Programme, readProgramme } from "./programme.ts";

export interface OpenSite {
  server: Server;
  browser: Browser;
  programme: Programme;
}

/** The demo and a browser for the tests of a block; there from its first test on. */
export function openSite(): () => OpenSite {
  let server: Server | undefined;
  let browser: Browser | undefined;
  let site: OpenSite | undefined;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launchBrowser()]);
    site = { server, browser, programme: await readProgramme(server) };
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return () => {
    if (!site) throw new Error("the site is open in tests only");
    return site;
  };
}
