import { CheckboxField } from "../../../design-system/choice-fields.tsx";
import { InputField } from "../../../design-system/text-fields.tsx";
import { controlId, issueText, useWorkshopEditor } from "../editor-context.ts";
import { PriceFields } from "./price-fields.tsx";

/** How many people can take part, how they get a seat, and what it costs. */
export function SeatsPart() {
  const editor = useWorkshopEditor();
  const { content, draft, store, words } = editor;
  const isDisabled = !draft.canEdit;
  return (
    <>
      <InputField
        id={controlId("capacity")}
        label={words.seats.capacity}
        type="number"
        min={1}
        step={1}
        inputMode="numeric"
        value={content.capacity ?? ""}
        error={issueText(editor, "capacity")}
        readOnly={isDisabled}
        onChange={(event) => {
          const { value, valueAsNumber } = event.currentTarget;
          store.change({ capacity: value === "" ? null : valueAsNumber }, "capacity");
        }}
      />
      <div>
        <CheckboxField
          id={controlId("hasWaitingList")}
          label={words.seats.waitingList}
          hint={words.seats.waitingListHint}
          checked={content.hasWaitingList}
          disabled={isDisabled}
          onChange={(event) => store.change({ hasWaitingList: event.currentTarget.checked }, "hasWaitingList")}
        />
        {content.hasWaitingList && (
          <CheckboxField
            id={controlId("confirmsAtOnce")}
            label={words.seats.confirmsAtOnce}
            hint={words.seats.confirmsAtOnceHint}
            checked={content.confirmsAtOnce}
            disabled={isDisabled}
            onChange={(event) => store.change({ confirmsAtOnce: event.currentTarget.checked }, "confirmsAtOnce")}
          />
        )}
        <CheckboxField
          id={controlId("needsApproval")}
          label={words.seats.approval}
          hint={words.seats.approvalHint}
          checked={content.needsApproval}
          disabled={isDisabled}
          onChange={(event) => store.change({ needsApproval: event.currentTarget.checked }, "needsApproval")}
        />
      </div>
      <PriceFields />
    </>
  );
}
