import type { Language } from "../../../shared/kernel/locale.ts";

export interface Letter {
  language: Language;
  /** Plain text, one entry per paragraph. Whatever people typed may be in there: it is escaped. */
  paragraphs: string[];
  /** What the reader is asked to do, shown after the first paragraphs. */
  action?: { label: string; url: string };
  /** Shown below the action. */
  closing?: string[];
}

/** The two bodies of a message: plain text, and the same as simple HTML. */
export function composeLetter({ language, paragraphs, action, closing = [] }: Letter): { text: string; html: string } {
  const text = [...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), ...closing].join("\n\n");
  const link = action ? `<p><a href="${escaped(action.url)}">${escaped(action.label)}</a></p>` : "";
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>`,
    ...paragraphs.map(asParagraph),
    link,
    ...closing.map(asParagraph),
    "</body></html>",
  ].join("\n");
  return { text: `${text}\n`, html };
}

function asParagraph(paragraph: string): string {
  return `<p>${escaped(paragraph).replaceAll("\n", "<br>")}</p>`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
