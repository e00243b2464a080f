import { en } from "./en/studio.ts";
import { pl } from "./pl/studio.ts";

/** The studio's lists. */
export const studioMessages = { en, pl };
