import { useState } from "react";
import { Button } from "../../../design-system/button.tsx";
import { InputField } from "../../../design-system/text-fields.tsx";
import { mayEver, useProfile } from "../../frame/use-profile.ts";
import { controlId, issueText, useWorkshopEditor } from "../editor-context.ts";
import { AddPlaceDialog } from "./add-place-dialog.tsx";
import { FacilitatorsField } from "./facilitators-field.tsx";
import { PlaceSelect } from "./place-select.tsx";

/** Where the workshop takes place and who leads it. */
export function PlacePart() {
  const editor = useWorkshopEditor();
  const { content, draft, store, words } = editor;
  const { data: profile } = useProfile();
  const [isAdding, setIsAdding] = useState(false);
  const mayAdd = draft.canEdit && profile !== undefined && mayEver(profile, "places.edit");
  return (
    <>
      <div className="editor-with-button">
        <PlaceSelect
          id={controlId("locationId")}
          label={words.place.place}
          none={words.place.noPlace}
          value={content.locationId}
          error={issueText(editor, "locationId")}
          isDisabled={!draft.canEdit}
          onChange={(locationId) => store.change({ locationId }, "locationId")}
        />
        {mayAdd && <Button onClick={() => setIsAdding(true)}>{words.place.addPlace}</Button>}
      </div>
      {isAdding && (
        <AddPlaceDialog
          onClose={() => setIsAdding(false)}
          onAdded={(locationId) => store.change({ locationId }, "locationId")}
        />
      )}
      <InputField
        id={controlId("onlineUrl")}
        label={words.place.onlineUrl}
        hint={words.place.onlineUrlHint}
        type="url"
        inputMode="url"
        autoComplete="off"
        value={content.onlineUrl ?? ""}
        error={issueText(editor, "onlineUrl")}
        readOnly={!draft.canEdit}
        onChange={(event) => store.change({ onlineUrl: event.currentTarget.value || null }, "onlineUrl")}
      />
      <FacilitatorsField mayAdd={mayAdd} />
    </>
  );
}
