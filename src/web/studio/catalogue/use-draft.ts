import { useEffect, useState, useSyncExternalStore } from "react";
import type { WorkshopDraft } from "../../../shared/catalogue/studio-workshop.ts";
import { getWorkshopDraft, saveWorkshopDraft } from "../../api/catalogue.ts";
import { useUndoKeys } from "../frame/use-undo-keys.ts";
import { DraftStore } from "./draft/draft-store.ts";
import { deviceKeeper } from "./draft/kept-draft.ts";

/** The draft of one workshop while its editor is open: saved by itself, undone by the keyboard. */
export function useDraft(loaded: WorkshopDraft, personId: string) {
  const [store] = useState(() => {
    const params = { workshopId: loaded.id };
    return new DraftStore(loaded, {
      server: {
        save: (baseVersion, changes) => saveWorkshopDraft({ params, body: { baseVersion, changes } }),
        load: () => getWorkshopDraft({ params }),
      },
      keeper: deviceKeeper(personId, loaded.id),
      now: () => Date.now(),
    });
  });
  useEffect(() => store.start(), [store]);
  // The draft is looked at again when the person comes back to the page.
  useEffect(() => store.take(loaded), [store, loaded]);
  useUndoKeys(store);
  return { store, ...useSyncExternalStore(store.subscribe, store.get) };
}
