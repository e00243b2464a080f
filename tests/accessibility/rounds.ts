import { accountPath } from "../../src/web/public/addresses.ts";
import { signIn } from "../e2e/account.ts";
import type { Visitor } from "../e2e/browser.ts";
import type { Server } from "../e2e/server.ts";
import { enterStudio } from "../e2e/walk/studio.ts";
import { openPages, ownPages, type PageCase } from "./public-pages.ts";
import { studioPages } from "./studio-pages.ts";

/** Pages that one person looks at, after what they do first, such as signing in. */
interface Round {
  name: string;
  pages: PageCase[];
  begin?(visitor: Visitor, server: Server): Promise<unknown>;
}

const participant: Round = {
  name: "a participant's pages",
  pages: ownPages,
  async begin(visitor, server) {
    await visitor.page.goto(accountPath(visitor.language, "sign-in"));
    await signIn(visitor, server.signIn("participant"));
  },
};

const studio: Round = {
  name: "the studio",
  pages: studioPages,
  async begin(visitor, server) {
    await askForPassword(server);
    await enterStudio(visitor, server.signIn("admin"));
  },
};

export const rounds: Round[] = [{ name: "public pages", pages: openPages }, participant, studio];

/** Has a mail written, for the page that shows mail. */
async function askForPassword({ url, signIn }: Server): Promise<void> {
  const body = JSON.stringify({ email: signIn("participant").email });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/api/v1/account/forgotten-password`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`no password could be asked for: ${await answer.text()}`);
}
