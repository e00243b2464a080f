import { en } from "./en/site.ts";
import { pl } from "./pl/site.ts";

/** What stands around the public pages, and the home page. */
export const siteMessages = { en, pl };
