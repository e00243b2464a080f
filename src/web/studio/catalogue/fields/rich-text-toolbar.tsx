import { type Editor, useEditorState } from "@tiptap/react";
import { useState } from "react";
import { ToggleButton, Toolbar } from "react-aria-components";
import type { Language } from "../../../../shared/kernel/locale.ts";
import { messagesFor } from "../../../i18n/messages.ts";
import { useWorkshopEditor } from "../editor-context.ts";
import { LinkDialog } from "./link-dialog.tsx";

type Words = ReturnType<typeof useWorkshopEditor>["words"]["toolbar"];
type Chain = ReturnType<Editor["chain"]>;

interface Tool {
  name: Exclude<keyof Words, "label">;
  sign: string;
  isOn: (editor: Editor) => boolean;
  toggle: (chain: Chain) => Chain;
}

/** Letters rather than pictures, as on the keys that do the same. */
const tools: readonly Tool[] = [
  { name: "bold", sign: "B", isOn: (editor) => editor.isActive("bold"), toggle: (chain) => chain.toggleBold() },
  { name: "italic", sign: "I", isOn: (editor) => editor.isActive("italic"), toggle: (chain) => chain.toggleItalic() },
  {
    name: "heading",
    sign: "H2",
    isOn: (editor) => editor.isActive("heading", { level: 2 }),
    toggle: (chain) => chain.toggleHeading({ level: 2 }),
  },
  {
    name: "subheading",
    sign: "H3",
    isOn: (editor) => editor.isActive("heading", { level: 3 }),
    toggle: (chain) => chain.toggleHeading({ level: 3 }),
  },
  {
    name: "bulletList",
    sign: "•",
    isOn: (editor) => editor.isActive("bulletList"),
    toggle: (chain) => chain.toggleBulletList(),
  },
  {
    name: "orderedList",
    sign: "1.",
    isOn: (editor) => editor.isActive("orderedList"),
    toggle: (chain) => chain.toggleOrderedList(),
  },
  {
    name: "quote",
    sign: "”",
    isOn: (editor) => editor.isActive("blockquote"),
    toggle: (chain) => chain.toggleWrap("blockquote"),
  },
];

/** The few things that a description can be made of. Arrow keys move between them. */
export function RichTextToolbar({ editor, of }: { editor: Editor; of: Language }) {
  const { words, language } = useWorkshopEditor();
  const [isLinking, setIsLinking] = useState(false);
  const on = useEditorState({
    editor,
    selector: ({ editor: current }) => [...tools.map((tool) => tool.isOn(current)), current.isActive("link")],
  });
  const field = `${words.texts.description}, ${messagesFor(language).languageName[of]}`;
  return (
    <>
      <Toolbar className="rich-text-toolbar" aria-label={words.toolbar.label(field)}>
        {tools.map(({ name, sign, toggle }, index) => (
          <ToggleButton
            key={name}
            className={`rich-text-tool rich-text-tool-${name}`}
            aria-label={words.toolbar[name]}
            isSelected={on[index] ?? false}
            onChange={() => toggle(editor.chain().focus()).run()}
          >
            {sign}
          </ToggleButton>
        ))}
        <ToggleButton
          className="rich-text-tool"
          isSelected={on[tools.length] ?? false}
          onChange={() => setIsLinking(true)}
        >
          {words.toolbar.link}
        </ToggleButton>
      </Toolbar>
      {isLinking && <LinkDialog editor={editor} onClose={() => setIsLinking(false)} />}
    </>
  );
}
