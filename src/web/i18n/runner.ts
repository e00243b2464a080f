import { en } from "./en/runner.ts";
import { pl } from "./pl/runner.ts";

/** What the questionnaire's runner says, on the site and in the builder's preview. */
export const runnerMessages = { en, pl };
