import { canonicalJson } from "../../../../shared/catalogue/canonical-json.ts";
import type { QuestionnaireDraft, QuestionnaireSettings } from "../../../../shared/questionnaires/contract.ts";
import type { QuestionnaireContent } from "../../../../shared/questionnaires/questionnaire.ts";
import { plainContent } from "./plain-content.ts";

/** What the person works on. */
export interface Work {
  content: QuestionnaireContent;
  settings: QuestionnaireSettings;
}

export interface BuilderState extends Work {
  /** The draft as the server last answered it. */
  draft: QuestionnaireDraft;
  past: readonly Work[];
  future: readonly Work[];
  /** Where and when the last change was; typing on in one place is one step to undo. */
  lastChange: { place: string; at: number } | null;
  /** Somebody else changed the same meanwhile; nothing is saved until the person chose. */
  theirs: QuestionnaireDraft | null;
}

export interface Changes {
  content?: QuestionnaireContent;
  settings?: QuestionnaireSettings;
}

const oneStepMs = 1_500;
const mostSteps = 200;

export const isSame = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

export const startState = (draft: QuestionnaireDraft): BuilderState => ({
  draft,
  content: draft.content,
  settings: draft.settings,
  past: [],
  future: [],
  lastChange: null,
  theirs: null,
});

export function change(state: BuilderState, work: Partial<Work>, at: { place: string; at: number }): BuilderState {
  const { lastChange } = state;
  const isSameStep = lastChange !== null && lastChange.place === at.place && at.at - lastChange.at < oneStepMs;
  const past = isSameStep ? state.past : [...state.past, workOf(state)].slice(-mostSteps);
  return { ...state, ...work, past, future: [], lastChange: at };
}

export function undo(state: BuilderState): BuilderState {
  const work = state.past.at(-1);
  if (!work) return state;
  return {
    ...state,
    ...work,
    past: state.past.slice(0, -1),
    future: [workOf(state), ...state.future],
    lastChange: null,
  };
}

export function redo(state: BuilderState): BuilderState {
  const [work, ...future] = state.future;
  if (!work) return state;
  return { ...state, ...work, past: [...state.past, workOf(state)], future, lastChange: null };
}

/** What differs from the server's draft; undefined when nothing does. */
export function unsaved({ draft, content, settings }: BuilderState): Changes | undefined {
  const plain = plainContent(content);
  const changes: Changes = {
    ...(isSame(plain, draft.content) ? {} : { content: plain }),
    ...(isSame(settings, draft.settings) ? {} : { settings }),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** The state after a save went through: what was typed meanwhile stays. */
export const absorbSaved = (state: BuilderState, draft: QuestionnaireDraft): BuilderState => ({ ...state, draft });

/**
 * The state after the server has something newer. What only they changed is taken in, what only we changed stays; where
 * both changed content, or both settings, the person chooses.
 */
export function absorbNewer(state: BuilderState, newer: QuestionnaireDraft): BuilderState {
  const ours = unsaved(state) ?? {};
  const theirContent = !isSame(newer.content, state.draft.content);
  const theirSettings = !isSame(newer.settings, state.draft.settings);
  const clashesInContent = ours.content && theirContent && !isSame(ours.content, newer.content);
  const clashesInSettings = ours.settings && theirSettings && !isSame(ours.settings, newer.settings);
  if (clashesInContent || clashesInSettings) return { ...state, theirs: newer };
  return {
    ...state,
    draft: newer,
    content: ours.content ? state.content : newer.content,
    settings: ours.settings ? state.settings : newer.settings,
    theirs: null,
  };
}

/** Ends a conflict: ours goes over theirs, or theirs takes the place of ours (which undo brings back). */
export function resolve(state: BuilderState, choice: "mine" | "theirs", at: number): BuilderState {
  const { theirs } = state;
  if (!theirs) return state;
  const settled = { ...state, draft: theirs, theirs: null };
  if (choice === "mine") return settled;
  return change(settled, { content: theirs.content, settings: theirs.settings }, { place: "conflict", at });
}

const workOf = ({ content, settings }: BuilderState): Work => ({ content, settings });
