import type { ComponentProps, ReactNode } from "react";
import { Field, type FieldFrame } from "./field.tsx";

/** Own props of a field first, then whatever the native control takes. */
type WithFrame<Tag extends "input" | "textarea" | "select"> = FieldFrame &
  Omit<ComponentProps<Tag>, keyof FieldFrame | "required" | "prefix">;

interface Affixes {
  prefix?: ReactNode;
  suffix?: ReactNode;
}

/** Splits the frame's props from the native control's. */
function splitFrame<Props extends FieldFrame>(props: Props) {
  const { id, label, hint, error, isRequired, optionalWord, isLabelHidden, ...native } = props;
  return { frame: { id, label, hint, error, isRequired, optionalWord, isLabelHidden }, native };
}

/** One line of text, a number, a date, a time, an address: whatever `type` says. */
export function InputField({ prefix, suffix, ...props }: WithFrame<"input"> & Affixes) {
  const { frame, native } = splitFrame(props);
  const { className, ...attributes } = native;
  const names = ["input", native.type === "number" && "input-number", className].filter(Boolean).join(" ");
  return (
    <Field {...frame}>
      {(control) => (
        <div className="field-control">
          {prefix && <span className="field-affix">{prefix}</span>}
          <input type="text" {...attributes} {...control} className={names} />
          {suffix && <span className="field-affix">{suffix}</span>}
        </div>
      )}
    </Field>
  );
}

/** Several lines of text; grows with its content where the browser can. */
export function TextAreaField(props: WithFrame<"textarea">) {
  const { frame, native } = splitFrame(props);
  const { className, ...attributes } = native;
  return (
    <Field {...frame}>
      {(control) => (
        <textarea
          rows={4}
          {...attributes}
          {...control}
          className={className ? `input input-area ${className}` : "input input-area"}
        />
      )}
    </Field>
  );
}

export interface SelectOption {
  value: string;
  label: string;
  lang?: string | undefined;
  isDisabled?: boolean | undefined;
}

interface SelectOptions {
  options: readonly SelectOption[];
  /** The first, empty choice. */
  placeholder?: string | undefined;
}

/** The browser's own select: works without scripts and is the best picker on phones. */
export function SelectField({ options, placeholder, ...props }: WithFrame<"select"> & SelectOptions) {
  const { frame, native } = splitFrame(props);
  const { className, ...attributes } = native;
  return (
    <Field {...frame}>
      {(control) => (
        <div className="input-select-frame">
          <select
            {...attributes}
            {...control}
            className={className ? `input input-select ${className}` : "input input-select"}
          >
            {placeholder !== undefined && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.isDisabled} lang={option.lang}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      )}
    </Field>
  );
}
