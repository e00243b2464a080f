import type { ReactNode } from "react";
import type { LocalisedText } from "../../../../shared/kernel/locale.ts";
import { InputField, TextAreaField } from "../../../design-system/text-fields.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { controlId, useBuilder } from "../builder-context.ts";

export interface TextPairProps {
  /** Where the text stands in the content, such as `sections.0.title`. */
  path: string;
  label: string;
  hint?: ReactNode;
  text: LocalisedText;
  onChange: (text: LocalisedText, place: string) => void;
  maxLength: number;
  isLong?: boolean;
  isLabelHidden?: boolean;
}

/** One text in the languages that are written in, side by side when there are two. */
export function TextPair({ path, label, hint, text, onChange, maxLength, isLong, isLabelHidden }: TextPairProps) {
  const { shown, language: reader, isReadOnly } = useBuilder();
  const Control = isLong ? TextAreaField : InputField;
  return (
    <div className={shown.length > 1 ? "builder-pair builder-pair-both" : "builder-pair"}>
      {shown.map((language) => (
        <Control
          key={language}
          id={`${controlId(path)}.${language}`}
          lang={language}
          label={
            <>
              {label} <span className="builder-language">{messagesFor(reader).languageName[language]}</span>
            </>
          }
          isLabelHidden={isLabelHidden}
          hint={hint}
          value={text[language] ?? ""}
          maxLength={maxLength}
          readOnly={isReadOnly}
          spellCheck
          autoComplete="off"
          {...(isLong ? { rows: 2 } : {})}
          onChange={(event: { currentTarget: { value: string } }) =>
            onChange({ ...text, [language]: event.currentTarget.value }, `${path}.${language}`)
          }
        />
      ))}
    </div>
  );
}
