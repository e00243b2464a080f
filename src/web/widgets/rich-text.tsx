import type { ReactNode } from "react";
import type { RichText as RichTextDocument, RichTextMark, RichTextNode } from "../../shared/catalogue/rich-text.ts";

export interface RichTextProps {
  document: RichTextDocument;
  /** The language the text is in, when it is not the page's. */
  lang?: string | undefined;
  /** What the document's own level 2 becomes on this page. */
  headingLevel?: 2 | 3 | undefined;
}

/** A rich text as the reader sees it. The document's schema lets nothing through that is not named here. */
export function RichText({ document, lang, headingLevel = 3 }: RichTextProps) {
  return (
    <div className="prose" lang={lang}>
      {renderAll(document.content, headingLevel)}
    </div>
  );
}

/** Nodes have no identity of their own and are never reordered on a page, so their place is their key. */
function renderAll(nodes: readonly RichTextNode[] | undefined, headingLevel: 2 | 3): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  return (nodes ?? []).map((node, index) => <Node key={`${index} ${node.type}`} node={node} level={headingLevel} />);
}

function Node({ node, level }: { node: RichTextNode; level: 2 | 3 }) {
  const inside = renderAll(node.content, level);
  switch (node.type) {
    case "paragraph":
      return <p>{inside}</p>;
    case "heading": {
      const Heading = `h${level + ((node.attrs?.level ?? 2) - 2)}` as "h2" | "h3" | "h4";
      return <Heading>{inside}</Heading>;
    }
    case "bulletList":
      return <ul>{inside}</ul>;
    case "orderedList":
      return <ol>{inside}</ol>;
    case "listItem":
      return <li>{hasOneParagraph(node) ? renderAll(node.content?.[0]?.content, level) : inside}</li>;
    case "blockquote":
      return <blockquote>{inside}</blockquote>;
    case "hardBreak":
      return <br />;
    case "text":
      return (node.marks ?? []).reduce<ReactNode>(withMark, node.text);
  }
}

const hasOneParagraph = (item: RichTextNode) => item.content?.length === 1 && item.content[0]?.type === "paragraph";

function withMark(inside: ReactNode, mark: RichTextMark): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{inside}</strong>;
    case "italic":
      return <em>{inside}</em>;
    case "link":
      return (
        <a href={mark.attrs?.href} rel="noopener nofollow">
          {inside}
        </a>
      );
  }
}
