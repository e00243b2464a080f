import type { ReactNode } from "react";
import { type Language, type LocalisedText, readText } from "../../../../shared/kernel/locale.ts";

export interface PreviewTextProps {
  texts: LocalisedText;
  of: Language;
  children: (text: string) => ReactNode;
}

/** A text in the language it is really in; nothing when there is none. */
export function PreviewText({ texts, of, children }: PreviewTextProps) {
  const read = readText(texts, of);
  return read ? <div lang={read.language}>{children(read.text)}</div> : null;
}
