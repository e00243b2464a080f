import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { LocalisedText } from "../../../../shared/kernel/locale.ts";
import { languages } from "../../../../shared/kernel/locale.ts";
import { ApiError } from "../../../api/api-error.ts";
import { createFacilitator } from "../../../api/catalogue.ts";
import { InputField, TextAreaField } from "../../../design-system/text-fields.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { useWorkshopEditor } from "../editor-context.ts";
import { FormDialog } from "./form-dialog.tsx";
import { LanguageLabel } from "./language-pair.tsx";
import { problemText } from "./problem-text.ts";

/** A person who is not in the list yet; they are assigned at once. */
export function AddFacilitatorDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) {
  const { words, language } = useWorkshopEditor();
  const client = useQueryClient();
  const [person, setPerson] = useState({ name: "", email: "", bio: {} as LocalisedText });
  const [isAsked, setIsAsked] = useState(false);
  const add = useMutation({
    mutationFn: () => createFacilitator({ body: bodyOf(person), idempotencyKey: crypto.randomUUID() }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ["facilitators"] });
      onAdded(id);
      onClose();
    },
  });
  const isUnknown = add.error instanceof ApiError && add.error.code === "not_found";
  const isNameless = person.name.trim() === "";
  const submit = () => {
    setIsAsked(true);
    if (!isNameless) add.mutate();
  };
  return (
    <FormDialog
      title={words.place.newFacilitator}
      submit={words.place.create}
      isSending={add.isPending}
      problem={isUnknown ? words.place.personUnknown : problemText(add.error, language)}
      onSubmit={submit}
      onClose={onClose}
    >
      <InputField
        id="new-facilitator-name"
        label={words.place.personName}
        isRequired
        autoFocus
        autoComplete="off"
        error={isAsked && isNameless && messagesFor(language).validation.required}
        value={person.name}
        onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
      />
      <InputField
        id="new-facilitator-email"
        label={words.place.personEmail}
        hint={words.place.personEmailHint}
        type="email"
        autoComplete="off"
        value={person.email}
        onChange={(event) => setPerson({ ...person, email: event.currentTarget.value })}
      />
      {languages.map((of) => (
        <TextAreaField
          key={of}
          id={`new-facilitator-bio-${of}`}
          lang={of}
          label={<LanguageLabel label={words.place.personBio} of={of} />}
          value={person.bio[of] ?? ""}
          onChange={(event) => setPerson({ ...person, bio: { ...person.bio, [of]: event.currentTarget.value } })}
        />
      ))}
    </FormDialog>
  );
}

function bodyOf({ name, email, bio }: { name: string; email: string; bio: LocalisedText }) {
  const texts = languages.map((of) => [of, bio[of]?.trim()] as const).filter(([, text]) => text);
  return { name, bio: Object.fromEntries(texts), ...(email.trim() ? { email: email.trim() } : {}) };
}
