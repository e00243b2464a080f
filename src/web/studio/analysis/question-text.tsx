import { type LocalisedText, readText } from "../../../shared/kernel/locale.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";

/** The question as the reader's language has it, marked when it is the other one. */
export function QuestionText({ text, code }: { text: LocalisedText; code: string }) {
  const read = readText(text, useStudioLanguage());
  return <span lang={read?.language}>{read?.text ?? code}</span>;
}
