import { z } from "zod";

/**
 * A rich text as the editor stores it: a small, closed subset of a ProseMirror document. Anything else is refused on
 * the way in, so that rendering needs no sanitiser: a node kind that is not here has no way to the page.
 */
export interface RichTextNode {
  type: "paragraph" | "heading" | "bulletList" | "orderedList" | "listItem" | "blockquote" | "hardBreak" | "text";
  text?: string | undefined;
  marks?: RichTextMark[] | undefined;
  attrs?: { level?: 2 | 3 | undefined } | undefined;
  content?: RichTextNode[] | undefined;
}
export interface RichTextMark {
  type: "bold" | "italic" | "link";
  attrs?: { href: string } | undefined;
}
export interface RichText {
  type: "doc";
  content: RichTextNode[];
}

const SafeHref = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:)/i);

const Mark = z.union([
  z.strictObject({ type: z.enum(["bold", "italic"]) }),
  z.strictObject({ type: z.literal("link"), attrs: z.strictObject({ href: SafeHref }) }),
]);

const Text = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1).max(20_000),
  marks: z.array(Mark).max(4).optional(),
});
const Inline = z.union([Text, z.strictObject({ type: z.literal("hardBreak") })]);
const Paragraph = z.strictObject({ type: z.literal("paragraph"), content: z.array(Inline).max(500).optional() });
const Heading = z.strictObject({
  type: z.literal("heading"),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: z.array(Inline).max(100).optional(),
});
const FlatList = z.strictObject({
  type: z.enum(["bulletList", "orderedList"]),
  content: z
    .array(z.strictObject({ type: z.literal("listItem"), content: z.array(Paragraph).min(1).max(20) }))
    .min(1)
    .max(100),
});
const Quote = z.strictObject({ type: z.literal("blockquote"), content: z.array(Paragraph).min(1).max(20) });

/** Paragraphs, headings (2 and 3), flat lists and quotes; bold, italic and links to http, https or mailto. */
const RichTextDocument: z.ZodType<RichText, RichText> = z.strictObject({
  type: z.literal("doc"),
  content: z.array(z.union([Paragraph, Heading, FlatList, Quote])).max(500),
});

/** A rich text per language. */
export const LocalisedRichText = z.strictObject({ en: RichTextDocument.optional(), pl: RichTextDocument.optional() });
export type LocalisedRichText = z.infer<typeof LocalisedRichText>;

/** A rich text made of plain paragraphs, separated in the source by blank lines. */
export function paragraphs(source: string): RichText {
  const blocks = source.split(/\n\s*\n/).map((block) => block.replace(/\s+/g, " ").trim());
  return {
    type: "doc",
    content: blocks.filter(Boolean).map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  };
}
