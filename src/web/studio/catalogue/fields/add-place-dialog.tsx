import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { createLocation } from "../../../api/catalogue.ts";
import { showToast } from "../../../design-system/interactive/toast.tsx";
import { InputField } from "../../../design-system/text-fields.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { useWorkshopEditor } from "../editor-context.ts";
import { FormDialog } from "./form-dialog.tsx";
import { problemText } from "./problem-text.ts";

/** A place that is not in the list yet; it is chosen at once. */
export function AddPlaceDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (locationId: string) => void }) {
  const { words, language } = useWorkshopEditor();
  const client = useQueryClient();
  const [place, setPlace] = useState({ name: "", address: "", city: "" });
  const [isAsked, setIsAsked] = useState(false);
  const add = useMutation({
    mutationFn: () => createLocation({ body: place, idempotencyKey: crypto.randomUUID() }),
    onSuccess: async ({ id, name }) => {
      await client.invalidateQueries({ queryKey: ["locations"] });
      onAdded(id);
      showToast({ title: words.place.placeAdded(name), tone: "success" });
      onClose();
    },
  });
  const isNameless = place.name.trim() === "";
  const submit = () => {
    setIsAsked(true);
    if (!isNameless) add.mutate();
  };
  const field = (name: keyof typeof place) => ({
    id: `new-place-${name}`,
    label: words.place[name],
    value: place[name],
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) =>
      setPlace({ ...place, [name]: event.currentTarget.value }),
  });
  return (
    <FormDialog
      title={words.place.addPlace}
      submit={words.place.create}
      isSending={add.isPending}
      problem={problemText(add.error, language)}
      onSubmit={submit}
      onClose={onClose}
    >
      <InputField
        {...field("name")}
        isRequired
        autoFocus
        error={isAsked && isNameless && messagesFor(language).validation.required}
      />
      <div className="form-row">
        <InputField {...field("address")} />
        <InputField {...field("city")} />
      </div>
    </FormDialog>
  );
}
