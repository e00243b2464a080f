import type { ReactNode } from "react";
import type { LocalisedText } from "../../../../shared/kernel/locale.ts";
import { TextAreaField } from "../../../design-system/text-fields.tsx";
import { controlId, issueText, useWorkshopEditor } from "../editor-context.ts";
import { GrowingField } from "./growing-field.tsx";
import { LanguageLabel, LanguagePair } from "./language-pair.tsx";

export interface TextFieldProps {
  /** Where the text stands in the content, such as `title` or `sessions.<id>.title`. */
  path: string;
  label: string;
  hint?: ReactNode;
  texts: LocalisedText;
  onChange: (texts: LocalisedText, place: string) => void;
  isLong?: boolean;
  isReadOnly: boolean;
  /** How many characters are left is said when there is a limit. */
  limit?: number;
}

/** A text of a line or a few, in the languages shown. */
export function TextField({ path, label, hint, texts, onChange, isLong, isReadOnly, limit }: TextFieldProps) {
  const editor = useWorkshopEditor();
  return (
    <LanguagePair>
      {(language) => {
        const text = texts[language] ?? "";
        const place = `${path}.${language}`;
        const field = {
          id: controlId(place),
          lang: language,
          label: <LanguageLabel label={label} of={language} />,
          hint: <Hint hint={hint} left={limit === undefined ? undefined : limit - text.trim().length} />,
          error: issueText(editor, place),
          value: text,
          readOnly: isReadOnly,
          spellCheck: true,
          autoComplete: "off",
        };
        const write = (written: string) => onChange({ ...texts, [language]: written }, place);
        if (!isLong) return <GrowingField {...field} onWrite={write} />;
        return <TextAreaField {...field} onChange={(event) => write(event.currentTarget.value)} />;
      }}
    </LanguagePair>
  );
}

function Hint({ hint, left }: { hint: ReactNode; left: number | undefined }) {
  const { words } = useWorkshopEditor();
  if (left === undefined) return hint;
  return (
    <span className="editor-hint">
      <span>{hint}</span>
      <span className="nowrap numeric">{words.texts.left(left)}</span>
    </span>
  );
}
