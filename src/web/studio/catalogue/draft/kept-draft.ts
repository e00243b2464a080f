import type { WorkshopDraft } from "../../../../shared/catalogue/studio-workshop.ts";
import type { WorkshopChanges } from "../../../../shared/catalogue/workshop.ts";
import { absorb, type DraftState, startDraft, unsaved } from "./draft-state.ts";
import type { ContentField } from "./plain-content.ts";

/** Changes that have not reached the server, and what the fields were before: enough to merge them later. */
export interface Kept {
  base: WorkshopChanges;
  changes: WorkshopChanges;
}

/** A place on this device for unsaved changes, one per person and workshop. */
export interface Keeper {
  read(): Kept | undefined;
  write(kept: Kept | undefined): void;
}

export function deviceKeeper(personId: string, workshopId: string): Keeper {
  const key = `unsaved-workshop ${personId} ${workshopId}`;
  return {
    read: () => {
      try {
        return JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined;
      } catch {
        // Unreadable, or storage is forbidden: the server's draft is all there is.
        return undefined;
      }
    },
    write: (kept) => {
      try {
        if (kept) localStorage.setItem(key, JSON.stringify(kept));
        else localStorage.removeItem(key);
      } catch {
        // Storage is full or forbidden; saving to the server goes on without it.
      }
    },
  };
}

export function keptOf(state: DraftState): Kept | undefined {
  const changes = unsaved(state);
  const fields = Object.keys(changes) as ContentField[];
  if (fields.length === 0) return undefined;
  return { base: Object.fromEntries(fields.map((field) => [field, state.draft.content[field]])), changes };
}

/** The draft with what was kept, merged with whatever happened to it since. */
export function resumeDraft(draft: WorkshopDraft, kept: Kept | undefined): DraftState {
  if (!kept) return startDraft(draft);
  const before: DraftState = {
    ...startDraft({ ...draft, content: { ...draft.content, ...kept.base } }),
    content: { ...draft.content, ...kept.base, ...kept.changes },
  };
  return absorb(before, draft);
}
