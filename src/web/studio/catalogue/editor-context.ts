import { createContext, useContext } from "react";
import type { WorkshopDraft } from "../../../shared/catalogue/studio-workshop.ts";
import type { WorkshopContent } from "../../../shared/catalogue/workshop.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import { validationMessage } from "../../i18n/validation-message.ts";
import { workshopEditorMessages } from "../../i18n/workshop-editor.ts";
import type { ContentIssue } from "./draft/content-issues.ts";
import type { DraftStore, Saving } from "./draft/draft-store.ts";

/** What every part of the editor works with. */
export interface WorkshopEditor {
  store: DraftStore;
  draft: WorkshopDraft;
  content: WorkshopContent;
  saving: Saving;
  issues: readonly ContentIssue[];
  /** The languages whose texts are on the page now. */
  shown: readonly Language[];
  /** The language the studio speaks. */
  language: Language;
  /** Goes to the control of a path of the content, such as `title.pl`. */
  goTo: (path: string) => void;
}

const Context = createContext<WorkshopEditor | undefined>(undefined);
export const WorkshopEditorProvider = Context.Provider;

export function useWorkshopEditor(): WorkshopEditor & { words: (typeof workshopEditorMessages)["en"] } {
  const editor = useContext(Context);
  if (!editor) throw new Error("a part of the workshop editor stands outside of it");
  return { ...editor, words: workshopEditorMessages[editor.language] };
}

/** The sentence about what is wrong with a control; undefined when nothing is. */
export function issueText({ issues, language }: WorkshopEditor, path: string): string | undefined {
  const issue = issues.find((each) => each.path === path || each.path.startsWith(`${path}.`));
  return issue && (issue.message ?? validationMessage(language, issue.code, { limit: issue.limit }));
}

/** The id of the control of a path, for labels and for jumping to it. */
export const controlId = (path: string) => `field-${path.replaceAll(".", "-")}`;
