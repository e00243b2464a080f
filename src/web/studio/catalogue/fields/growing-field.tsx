import type { ComponentProps, KeyboardEvent } from "react";
import { TextAreaField } from "../../../design-system/text-fields.tsx";

type GrowingFieldProps = Omit<ComponentProps<typeof TextAreaField>, "onChange" | "value"> & {
  value: string;
  onWrite: (text: string) => void;
};

const keepToOneParagraph = (event: KeyboardEvent) => {
  if (event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
};

/** A text of one paragraph that is seen whole: it wraps and grows where a line of input would hide its end. */
export function GrowingField({ value, onWrite, className, ...field }: GrowingFieldProps) {
  return (
    <TextAreaField
      {...field}
      rows={1}
      className={className ? `editor-growing ${className}` : "editor-growing"}
      value={value}
      onKeyDown={keepToOneParagraph}
      onChange={(event) => onWrite(event.currentTarget.value.replaceAll(/\s*\n\s*/g, " "))}
    />
  );
}
