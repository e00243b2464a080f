import { en } from "./en/operations.ts";
import { pl } from "./pl/operations.ts";

/** The pages for those who run the installation. */
export const operationsMessages = { en, pl };
