import { en } from "./en/enrolling.ts";
import { pl } from "./pl/enrolling.ts";

/** Taking a seat, and one's own page. */
export const enrollingMessages = { en, pl };
