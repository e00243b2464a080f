import "./rich-text-field.css";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import type { RichText } from "../../../../shared/catalogue/rich-text.ts";
import type { Language } from "../../../../shared/kernel/locale.ts";
import { FieldError } from "../../../design-system/field.tsx";
import { isSame } from "../draft/plain-content.ts";
import { controlId, issueText, useWorkshopEditor } from "../editor-context.ts";
import { LanguageLabel } from "./language-pair.tsx";
import { plainDocument } from "./plain-document.ts";
import { richTextExtensions } from "./rich-text-nodes.ts";
import { RichTextToolbar } from "./rich-text-toolbar.tsx";

const emptyDocument: RichText = { type: "doc", content: [{ type: "paragraph" }] };

/** The workshop's description in one language. */
export function RichTextField({ of }: { of: Language }) {
  const context = useWorkshopEditor();
  const { content, draft, store, words } = context;
  const path = `description.${of}`;
  const id = controlId(path);
  const error = issueText(context, path);
  const document = content.description[of];
  const change = useRef((_: Editor) => {});
  change.current = (editor) => {
    const written = plainDocument(editor.getJSON());
    const { [of]: _, ...others } = content.description;
    store.change({ description: editor.isEmpty ? others : { ...others, [of]: written } }, path);
  };
  const editor = useEditor({
    extensions: richTextExtensions,
    content: document ?? emptyDocument,
    editable: draft.canEdit,
    // The page's Content-Security-Policy lets no stylesheet in that is not a file of ours.
    injectCSS: false,
    editorProps: {
      attributes: {
        id,
        class: "prose rich-text-input",
        role: "textbox",
        "aria-multiline": "true",
        "aria-labelledby": `${id}-label`,
        lang: of,
        spellcheck: "true",
        ...(error ? { "aria-describedby": `${id}-error` } : {}),
      },
    },
    onUpdate: ({ editor: updated }) => change.current(updated),
  });
  useFollow(editor, document);
  useEffect(() => editor?.setEditable(draft.canEdit, false), [editor, draft.canEdit]);
  return (
    <div className="field">
      <span className="field-label" id={`${id}-label`}>
        <LanguageLabel label={words.texts.description} of={of} />
      </span>
      <div className="rich-text">
        {editor && draft.canEdit && <RichTextToolbar editor={editor} of={of} />}
        <EditorContent editor={editor} />
      </div>
      <FieldError id={id} error={error} />
    </div>
  );
}

/** What was undone, merged or restored elsewhere is shown, with the cursor about where it was. */
function useFollow(editor: Editor | null, document: RichText | undefined): void {
  useEffect(() => {
    if (!editor) return;
    const wanted = document ?? emptyDocument;
    if (document === undefined ? editor.isEmpty : isSame(plainDocument(editor.getJSON()), wanted)) return;
    const { from } = editor.state.selection;
    editor.commands.setContent(wanted, { emitUpdate: false });
    editor.commands.setTextSelection(Math.min(from, editor.state.doc.content.size));
  }, [editor, document]);
}
