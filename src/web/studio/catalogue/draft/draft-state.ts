import type { WorkshopDraft } from "../../../../shared/catalogue/studio-workshop.ts";
import type { WorkshopChanges, WorkshopContent } from "../../../../shared/catalogue/workshop.ts";
import { type ContentIssue, contentIssues, fieldOf } from "./content-issues.ts";
import { mergeField } from "./merge-field.ts";
import { type ContentField, contentFieldsOf, isSame, plainContent } from "./plain-content.ts";

/** One thing that was done, as the fields were before and after, so that taking it back leaves all others alone. */
interface Step {
  before: WorkshopChanges;
  after: WorkshopChanges;
  /** Typing on in the same place within a moment belongs to the same step. */
  place: string;
  at: number;
}

/** A field that was changed here and elsewhere; it waits for the person's choice. */
export interface Conflict {
  field: ContentField;
  theirs: unknown;
}

/** A workshop in the editor: what the server last said, and what the person sees. */
export interface DraftState {
  draft: WorkshopDraft;
  content: WorkshopContent;
  past: readonly Step[];
  future: readonly Step[];
  conflicts: readonly Conflict[];
  /** What the server refused; lifted as soon as the field changes. */
  refused: readonly ContentIssue[];
}

const longestPauseMs = 1000;
const longestHistory = 200;

export function startDraft(draft: WorkshopDraft): DraftState {
  return { draft, content: draft.content, past: [], future: [], conflicts: [], refused: [] };
}

export interface Doing {
  /** Names the control, so that one run of typing is one step. */
  place: string;
  at: number;
}

export function changeContent(state: DraftState, changes: WorkshopChanges, { place, at }: Doing): DraftState {
  const last = state.past.at(-1);
  const before = pick(state.content, changes);
  const continues =
    last !== undefined && state.future.length === 0 && last.place === place && at - last.at <= longestPauseMs;
  const step: Step = continues
    ? { place, at, before: { ...before, ...last.before }, after: { ...last.after, ...changes } }
    : { place, at, before, after: changes };
  const past = continues ? state.past.slice(0, -1) : state.past;
  return { ...write(state, changes), past: [...past, step].slice(-longestHistory), future: [] };
}

export function undo(state: DraftState): DraftState {
  const step = state.past.at(-1);
  if (!step) return state;
  return { ...write(state, step.before), past: state.past.slice(0, -1), future: [...state.future, step] };
}

export function redo(state: DraftState): DraftState {
  const step = state.future.at(-1);
  if (!step) return state;
  return { ...write(state, step.after), past: [...state.past, { ...step, at: 0 }], future: state.future.slice(0, -1) };
}

function write(state: DraftState, changes: WorkshopChanges): DraftState {
  const refused = state.refused.filter((issue) => !(fieldOf(issue) in changes));
  return { ...state, content: { ...state.content, ...changes }, refused };
}

function pick(content: WorkshopContent, changes: WorkshopChanges): WorkshopChanges {
  return Object.fromEntries(Object.keys(changes).map((field) => [field, content[field as ContentField]]));
}

/** Everything that is wrong now, ours first. */
export function issuesOf(state: DraftState): ContentIssue[] {
  return [...contentIssues(state.content), ...state.refused];
}

/** What differs from what the server has. */
export function unsaved(state: DraftState): WorkshopChanges {
  const plain = plainContent(state.content);
  const fields = contentFieldsOf(plain).filter((field) => !isSame(plain[field], state.draft.content[field]));
  return Object.fromEntries(fields.map((field) => [field, plain[field]]));
}

/** What can be sent now: what is unsaved, without what is wrong, waits for a choice, or may no longer be changed. */
export function sendable(state: DraftState): WorkshopChanges {
  const { canEdit, canEditSessions } = state.draft;
  const held = new Set([...issuesOf(state).map(fieldOf), ...state.conflicts.map(({ field }) => field)]);
  const isOpen = (field: string) =>
    !held.has(field as ContentField) && (canEdit || (canEditSessions && field === "sessions"));
  return Object.fromEntries(Object.entries(unsaved(state)).filter(([field]) => isOpen(field)));
}

/**
 * Takes in what the server says now. A field that was not touched here follows; one that was touched here only stays and
 * will be sent; one that was touched on both sides is merged, or becomes a conflict.
 * @param sent what this answer has already taken in of ours
 */
export function absorb(state: DraftState, draft: WorkshopDraft, sent: WorkshopChanges = {}): DraftState {
  const plain = plainContent(state.content);
  const taken: WorkshopChanges = {};
  const conflicts: Conflict[] = [];
  for (const field of contentFieldsOf(draft.content)) {
    const [base, mine, theirs] = [state.draft.content[field], plain[field], draft.content[field]];
    if (isSame(mine, theirs)) continue;
    const isOurs = field in sent && isSame(theirs, sent[field]);
    if (isOurs || isSame(theirs, base)) {
      const waiting = state.conflicts.find((conflict) => conflict.field === field);
      if (waiting) conflicts.push(waiting);
      continue;
    }
    const merged = isSame(mine, base) ? theirs : mergeField(field, base, { mine, theirs });
    if (merged === undefined) conflicts.push({ field, theirs });
    else Object.assign(taken, { [field]: merged });
  }
  return { ...write(state, taken), draft, conflicts };
}

/** The draft as an earlier version; what it was can be had back by undoing. */
export function restoreContent(state: DraftState, draft: WorkshopDraft, at: number): DraftState {
  const fields = contentFieldsOf(draft.content).filter((field) => !isSame(state.content[field], draft.content[field]));
  const changes = Object.fromEntries(fields.map((field) => [field, draft.content[field]]));
  return { ...changeContent(state, changes, { place: `version ${draft.version}`, at }), draft, conflicts: [] };
}

/** The person's choice in a conflict. Their value can be taken back by undoing. */
export function resolve(
  state: DraftState,
  field: ContentField,
  choice: { keepsMine: boolean; at: number },
): DraftState {
  const conflict = state.conflicts.find((each) => each.field === field);
  const settled = { ...state, conflicts: state.conflicts.filter((each) => each !== conflict) };
  if (!conflict || choice.keepsMine) return settled;
  return changeContent(settled, { [field]: conflict.theirs }, { place: `conflict ${field}`, at: choice.at });
}
