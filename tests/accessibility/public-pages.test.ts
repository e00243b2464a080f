import { languages } from "../../src/shared/kernel/locale.ts";
import { accountPath } from "../../src/web/public/addresses.ts";
import { signIn } from "../e2e/account.ts";
import { checkPages, type Round } from "./check-pages.ts";
import { openPages, ownPages } from "./public-pages.ts";

const participant: Round = {
  name: "a participant's pages",
  pages: ownPages,
  async begin(visitor, server) {
    await visitor.page.goto(accountPath(visitor.language, "sign-in"));
    await signIn(visitor, server.signIn("participant"));
  },
};

checkPages([{ name: "public pages", pages: openPages }, participant], languages);
