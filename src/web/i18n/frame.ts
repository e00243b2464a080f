import { en } from "./en/frame.ts";
import { pl } from "./pl/frame.ts";

/** What stands around the studio's pages. */
export const frameMessages = { en, pl };
