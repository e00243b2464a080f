import { en } from "./en/workshop-editor.ts";
import { pl } from "./pl/workshop-editor.ts";

/** The studio's workshop editor. */
export const workshopEditorMessages = { en, pl };
