import { createContext, useContext } from "react";
import type { ChecklistItem } from "../../../shared/catalogue/workshop.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { QuestionnaireContent } from "../../../shared/questionnaires/questionnaire.ts";
import { builderMessages } from "../../i18n/builder.ts";
import type { BuilderStore, Snapshot } from "./draft/builder-store.ts";

/** What the middle shows: `settings`, `cover`, `thanks`, or the id of a section or question. */
export type Selection = string;

export interface Checklist {
  items: readonly ChecklistItem[];
  isPublishable: boolean;
}

export interface Builder extends Snapshot {
  store: BuilderStore;
  /** The reader's language; what is written in is `shown`. */
  language: Language;
  shown: readonly Language[];
  selection: Selection;
  select: (selection: Selection) => void;
  /** Undefined while it is on its way. */
  checklist: Checklist | undefined;
}

const BuilderContext = createContext<Builder | undefined>(undefined);
export const BuilderProvider = BuilderContext.Provider;

export function useBuilder() {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error("outside of the builder");
  const { store, state, language } = builder;
  return {
    ...builder,
    words: builderMessages[language],
    content: state.content,
    isReadOnly: !state.draft.canEdit,
    /** Changes the content; `place` names what was changed, for undo. */
    edit: (content: QuestionnaireContent, place: string) => store.change({ content }, place),
  };
}

/** The id of the control for a place in the content, such as `sections.0.title`. */
export const controlId = (path: string): string => `builder-${path}`;
