import type { Server } from "../e2e/server.ts";
import { enterStudio } from "../e2e/walk/studio.ts";
import type { Round } from "./check-pages.ts";
import { studioPages } from "./studio-pages.ts";

/** A language is a file's worth of work, so that both cores have one. */
export const studioRound: Round = {
  name: "the studio",
  pages: studioPages,
  async begin(visitor, server) {
    await askForPassword(server);
    await enterStudio(visitor, server.signIn("admin"));
  },
};

/** Has a mail written, for the page that shows mail. */
async function askForPassword({ url, signIn }: Server): Promise<void> {
  const body = JSON.stringify({ email: signIn("participant").email });
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${url}/api/v1/account/forgotten-password`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`no password could be asked for: ${await answer.text()}`);
}
