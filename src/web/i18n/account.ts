import { en } from "./en/account.ts";
import { pl } from "./pl/account.ts";

/** Sign-in, registration, passwords, and the first run. */
export const accountMessages = { en, pl };
