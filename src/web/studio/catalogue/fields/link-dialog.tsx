import type { Editor } from "@tiptap/react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "../../../design-system/button.tsx";
import { Dialog } from "../../../design-system/interactive/dialog.tsx";
import { InputField } from "../../../design-system/text-fields.tsx";
import { useWorkshopEditor } from "../editor-context.ts";
import { isSafeAddress } from "./rich-text-nodes.ts";

/** Where the marked words lead. An address without a scheme is taken for one of the web. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { words } = useWorkshopEditor();
  const formId = useId();
  const known: unknown = editor.getAttributes("link").href;
  const [address, setAddress] = useState(typeof known === "string" ? known : "");
  const [isWrong, setIsWrong] = useState(false);
  const set = (event: FormEvent) => {
    event.preventDefault();
    // The dialog's events bubble through React's tree, and this form is not the page's.
    event.stopPropagation();
    const full = completeAddress(address.trim());
    if (!isSafeAddress(full) || !URL.canParse(full)) return setIsWrong(true);
    const chain = editor.chain().focus().extendMarkRange("link");
    const hasWords = !editor.state.selection.empty || editor.isActive("link");
    if (hasWords) chain.setLink({ href: full }).run();
    else chain.insertContent({ type: "text", text: full, marks: [{ type: "link", attrs: { href: full } }] }).run();
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onClose();
  };
  return (
    <Dialog
      title={words.toolbar.linkTitle}
      size="small"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          {editor.isActive("link") && <Button onClick={remove}>{words.toolbar.linkRemove}</Button>}
          <Button variant="primary" type="submit" form={formId}>
            {words.toolbar.linkSet}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={set} noValidate>
        <InputField
          id={`${formId}-address`}
          label={words.toolbar.linkAddress}
          hint={words.toolbar.linkHint}
          error={isWrong && words.toolbar.linkInvalid}
          inputMode="url"
          autoFocus
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}

function completeAddress(address: string): string {
  if (isSafeAddress(address)) return address;
  if (/^[^\s@/:]+@[^\s@]+\.[^\s@]+$/.test(address)) return `mailto:${address}`;
  return /^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(address) ? `https://${address}` : address;
}
