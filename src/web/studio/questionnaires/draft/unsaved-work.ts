import { absorbNewer, type BuilderState, unsaved, type Work } from "./builder-state.ts";

/** Work that has not reached the server, and the draft it was made on, kept on this device. */
export interface UnsavedWork {
  resume(state: BuilderState): BuilderState;
  write(state: BuilderState): void;
}

interface Kept {
  base: BuilderState["draft"];
  work: Work;
}

export function deviceWork(personId: string, questionnaireId: string): UnsavedWork {
  const key = `unsaved-questionnaire ${personId} ${questionnaireId}`;
  return {
    resume(state) {
      const kept = read(key);
      if (!kept) return state;
      return absorbNewer({ ...state, ...kept.work, draft: kept.base }, state.draft);
    },
    write(state) {
      try {
        if (!unsaved(state)) return localStorage.removeItem(key);
        const kept: Kept = { base: state.draft, work: { content: state.content, settings: state.settings } };
        localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // Storage is full or forbidden; saving to the server goes on without it.
      }
    },
  };
}

function read(key: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    // Unreadable or forbidden: the server's draft is all there is.
    return undefined;
  }
}
