import { useState } from "react";
import { InputField } from "../../../design-system/text-fields.tsx";
import { useBuilder } from "../builder-context.ts";

export interface CodeFieldProps {
  id: string;
  label: string;
  hint?: string;
  isLabelHidden?: boolean;
  code: string;
  /** What is wrong with a code; undefined when it may be taken. */
  faultOf: (code: string) => string | undefined;
  onChange: (code: string) => void;
}

/** A code that goes into the draft only while it is one; what is half-typed stays in the field. */
export function CodeField({ id, label, hint, isLabelHidden, code, faultOf, onChange }: CodeFieldProps) {
  const { isReadOnly } = useBuilder();
  const [typed, setTyped] = useState<string>();
  const text = typed ?? code;
  const fault = text === code ? undefined : faultOf(text);
  return (
    <InputField
      id={id}
      className="builder-code"
      label={label}
      isLabelHidden={isLabelHidden}
      hint={hint}
      error={fault}
      value={text}
      maxLength={40}
      readOnly={isReadOnly}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => {
        const next = event.currentTarget.value.trim().toLowerCase();
        setTyped(next);
        if (next !== code && faultOf(next) === undefined) onChange(next);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
