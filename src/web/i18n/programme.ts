import { en } from "./en/programme.ts";
import { pl } from "./pl/programme.ts";

/** Lists of workshops, and the page of one. */
export const programmeMessages = { en, pl };
