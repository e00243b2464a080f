import type { RichText, RichTextNode } from "./rich-text.ts";

/** The words of a rich text, blocks separated by line breaks. */
export function plainText(document: RichText | undefined): string {
  const words = (node: RichTextNode): string =>
    node.type === "text"
      ? (node.text ?? "")
      : node.type === "hardBreak"
        ? "\n"
        : (node.content ?? []).map(words).join("");
  return (document?.content ?? []).map(words).join("\n").trim();
}
