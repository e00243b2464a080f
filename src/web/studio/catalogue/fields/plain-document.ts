import type { RichText, RichTextMark, RichTextNode } from "../../../../shared/catalogue/rich-text.ts";
import { isSafeAddress } from "./rich-text-nodes.ts";

/** A node as the editing library writes it: with attributes of its own that our documents do not have. */
interface LibraryNode {
  type?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  content?: LibraryNode[];
}

/** The document of the editing library as the contract has it. */
export function plainDocument(document: LibraryNode): RichText {
  return { type: "doc", content: (document.content ?? []).map(plainNode) };
}

function plainNode({ type, text, attrs, marks, content }: LibraryNode): RichTextNode {
  const kind = type as RichTextNode["type"];
  if (kind === "text") {
    const kept = (marks ?? []).flatMap(plainMark);
    return kept.length > 0 ? { type: kind, text, marks: kept } : { type: kind, text };
  }
  return {
    type: kind,
    ...(kind === "heading" ? { attrs: { level: attrs?.level === 3 ? 3 : 2 } } : {}),
    ...(content && content.length > 0 ? { content: content.map(plainNode) } : {}),
  };
}

function plainMark({ type, attrs }: NonNullable<LibraryNode["marks"]>[number]): RichTextMark[] {
  if (type === "bold" || type === "italic") return [{ type }];
  const href = attrs?.href;
  return type === "link" && typeof href === "string" && isSafeAddress(href) ? [{ type, attrs: { href } }] : [];
}
