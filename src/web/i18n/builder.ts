import { en } from "./en/builder.ts";
import { pl } from "./pl/builder.ts";

/** The questionnaire builder of the studio. */
export const builderMessages = { en, pl };
