import { en } from "./en/answering.ts";
import { pl } from "./pl/answering.ts";

/** The page that carries a questionnaire; what the runner itself says has its own messages. */
export const answeringMessages = { en, pl };
