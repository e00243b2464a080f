import { messagesFor } from "../../web/i18n/messages.ts";
import { signInPath } from "../../web/public/addresses.ts";
import type { PageAnswer, PageContext, PageRoute } from "../platform/http/page-route.ts";
import type { PageDeps } from "./deps.ts";

/** One document for every address of the studio; what it shows is the single-page app's business. */
export function studioRoutes(deps: PageDeps): PageRoute[] {
  const handle = (context: PageContext) => shell(deps, context);
  return [
    { method: "GET", path: "/studio", handle },
    { method: "GET", path: "/studio/*", handle },
  ];
}

async function shell({ renderer }: PageDeps, { actor, language, url }: PageContext): Promise<PageAnswer> {
  if (actor.kind === "anonymous") return { redirect: signInPath(language, url) };
  const title = messagesFor(actor.language).studio;
  const body = <div id="studio" />;
  return { html: renderer.shell({ language: actor.language, title, entry: "studio", body }) };
}
