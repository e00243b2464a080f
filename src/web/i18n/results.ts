import { en } from "./en/results.ts";
import { pl } from "./pl/results.ts";

/** The results of a questionnaire. */
export const resultsMessages = { en, pl };
