import type { RichText, RichTextNode } from "../../shared/catalogue/rich-text.ts";

/**
 * Turns the demo's small markup into a rich text. Blocks are separated by blank lines; `## ` begins a heading, `> ` a
 * quote, and lines that all begin with `- ` or `1. ` make a list. Other line breaks mean nothing.
 */
export function written(source: string): RichText {
  const blocks = source
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean);
  return { type: "doc", content: blocks.map(blockOf) };
}

function blockOf(block: string): RichTextNode {
  if (block.startsWith("## ")) return { type: "heading", attrs: { level: 2 }, content: [textOf(block.slice(3))] };
  if (block.startsWith("> ")) return { type: "blockquote", content: [paragraphOf(block.slice(2))] };
  if (block.startsWith("- ")) return { type: "bulletList", content: itemsOf(block, /^\s*- /m) };
  if (block.startsWith("1. ")) return { type: "orderedList", content: itemsOf(block, /^\s*\d+\. /m) };
  return paragraphOf(block);
}

function itemsOf(block: string, mark: RegExp): RichTextNode[] {
  return block
    .split(mark)
    .filter((item) => item.trim() !== "")
    .map((item) => ({ type: "listItem", content: [paragraphOf(item)] }));
}

const textOf = (source: string): RichTextNode => ({ type: "text", text: source.replace(/\s+/g, " ").trim() });

const paragraphOf = (source: string): RichTextNode => ({ type: "paragraph", content: [textOf(source)] });
