import { useEffect } from "react";

interface Undoable {
  undo(): void;
  redo(): void;
}

/** Ctrl or Cmd with Z and Shift Z (or Y), everywhere on the page but in dialogs. */
export function useUndoKeys(store: Undoable): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isRedo = (key === "z" && event.shiftKey) || key === "y";
      if ((key !== "z" && !isRedo) || isInDialog(event.target)) return;
      // Before the field's own undo, which knows nothing of the other fields.
      event.preventDefault();
      event.stopPropagation();
      if (isRedo) store.redo();
      else store.undo();
    };
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, [store]);
}

const isInDialog = (target: EventTarget | null) =>
  target instanceof Element && target.closest("[role='dialog'], [role='alertdialog']") !== null;
