import { FailurePage, failureWords } from "../../web/public/failure-page.tsx";
import type { PageFailure, Reader } from "../platform/http/page-route.ts";
import { inOtherLanguage } from "./page-address.ts";
import type { Renderer } from "./renderer.tsx";

/** A page that says what happened and where to go from here. */
export function renderFailure(renderer: Renderer, failure: PageFailure, reader: Reader): string {
  const { language, url } = reader;
  const { status, title: reason, requestId, isMaintenance = false } = failure;
  const isOurAddress = inOtherLanguage(url, language)[language] === url;
  return renderer.page({
    language,
    url: isOurAddress ? url : `/${language}`,
    facts: { title: failureWords(language, { status, reason }).title },
    body: <FailurePage {...{ language, status, reason, isMaintenance, requestId, url }} />,
  });
}
