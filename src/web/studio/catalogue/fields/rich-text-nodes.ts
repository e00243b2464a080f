import { Node, wrappingInputRule } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";

const safeAddress = /^(https?:\/\/|mailto:)/i;
export const isSafeAddress = (address: string): boolean => safeAddress.test(address);

/** Lists are flat: an item holds paragraphs and nothing else. */
const FlatListItem = Node.create({
  name: "listItem",
  content: "paragraph+",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: () => ["li", 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      "Shift-Tab": () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** A quotation holds paragraphs and nothing else. */
const FlatBlockquote = Node.create({
  name: "blockquote",
  group: "block",
  content: "paragraph+",
  defining: true,
  parseHTML: () => [{ tag: "blockquote" }],
  renderHTML: () => ["blockquote", 0],
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*>\s$/, type: this.type })];
  },
});

/** Exactly what the contract of a description lets through. Undoing is the draft's own affair. */
export const richTextExtensions = [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    listItem: false,
    strike: false,
    trailingNode: false,
    underline: false,
    undoRedo: false,
    heading: { levels: [2, 3] },
    link: {
      openOnClick: false,
      defaultProtocol: "https",
      isAllowedUri: (address) => isSafeAddress(address),
      HTMLAttributes: { rel: "noopener nofollow", target: null },
    },
  }),
  FlatListItem,
  FlatBlockquote,
];
