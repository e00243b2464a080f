import { useState } from "react";
import type { WorkshopContent } from "../../../../shared/catalogue/workshop.ts";
import { facilitatorParts } from "../../../../shared/catalogue/workshop-lists.ts";
import { Button } from "../../../design-system/button.tsx";
import { Icon } from "../../../design-system/interactive/icon.tsx";
import { PressButton } from "../../../design-system/interactive/press-button.tsx";
import { Select } from "../../../design-system/interactive/select.tsx";
import { showToast } from "../../../design-system/interactive/toast.tsx";
import { SelectField } from "../../../design-system/text-fields.tsx";
import { controlId, issueText, useWorkshopEditor } from "../editor-context.ts";
import { AddFacilitatorDialog } from "./add-facilitator-dialog.tsx";
import { useFacilitators } from "./use-places.ts";

type Assigned = WorkshopContent["facilitators"][number];

/** Who leads the workshop, and in which part. */
export function FacilitatorsField({ mayAdd }: { mayAdd: boolean }) {
  const editor = useWorkshopEditor();
  const { content, draft, store, words } = editor;
  const [isAdding, setIsAdding] = useState(false);
  const known = useFacilitators();
  const assigned = content.facilitators;
  const free = known.filter(({ id }) => !assigned.some(({ facilitatorId }) => facilitatorId === id));
  const assign = (facilitatorId: string) => {
    const part = assigned.some((each) => each.part === "lead") ? "assistant" : "lead";
    store.change({ facilitators: [...assigned, { facilitatorId, part }] }, `assign ${facilitatorId}`);
  };
  return (
    <fieldset className="field editor-group" id={controlId("facilitators")} tabIndex={-1}>
      <legend className="field-label">{words.place.facilitators}</legend>
      {assigned.length === 0 && <p className="muted small">{words.place.noFacilitators}</p>}
      <ul className="editor-people">
        {assigned.map((person) => (
          <li key={person.facilitatorId}>
            <AssignedPerson person={person} name={known.find(({ id }) => id === person.facilitatorId)?.name ?? "…"} />
          </li>
        ))}
      </ul>
      {issueText(editor, "facilitators") && <p className="field-error">{issueText(editor, "facilitators")}</p>}
      {draft.canEdit && (
        <div className="editor-with-button">
          <Select
            label={words.place.chooseFacilitator}
            isLabelHidden
            placeholder={words.place.chooseFacilitator}
            value={null}
            onChange={assign}
            options={free.map(({ id, name }) => ({ value: id, label: name }))}
          />
          {mayAdd && <Button onClick={() => setIsAdding(true)}>{words.place.newFacilitator}</Button>}
        </div>
      )}
      {isAdding && <AddFacilitatorDialog onClose={() => setIsAdding(false)} onAdded={assign} />}
    </fieldset>
  );
}

function AssignedPerson({ person, name }: { person: Assigned; name: string }) {
  const { content, draft, store, words } = useWorkshopEditor();
  const { facilitatorId } = person;
  const setPart = (part: string) => {
    const known = facilitatorParts.find((each) => each === part) ?? person.part;
    const facilitators = content.facilitators.map((each) => (each === person ? { ...each, part: known } : each));
    store.change({ facilitators }, `part ${facilitatorId}`);
  };
  const remove = () => {
    store.change({ facilitators: content.facilitators.filter((each) => each !== person) }, `remove ${facilitatorId}`);
    const onAction = () => {
      const present = store.get().state.content.facilitators.filter((each) => each.facilitatorId !== facilitatorId);
      store.change({ facilitators: [...present, person] }, `back ${facilitatorId}`);
    };
    showToast({ title: words.place.personRemoved(name), action: { label: words.undo, onAction } });
    document.getElementById(controlId("facilitators"))?.focus();
  };
  return (
    <div className="editor-person">
      <span className="editor-person-name">{name}</span>
      <SelectField
        id={controlId(`facilitators.${facilitatorId}.part`)}
        label={words.place.part(name)}
        isLabelHidden
        value={person.part}
        disabled={!draft.canEdit}
        onChange={(event) => setPart(event.currentTarget.value)}
        options={facilitatorParts.map((part) => ({ value: part, label: words.place.parts[part] }))}
      />
      {draft.canEdit && (
        <PressButton variant="quiet" size="small" isIcon aria-label={words.place.removePerson(name)} onPress={remove}>
          <Icon name="close" />
        </PressButton>
      )}
    </div>
  );
}
