import type { ComponentProps, ReactNode } from "react";
import { controlAttributes, describedBy, FieldError, type FieldFrame, FieldHint, RequiredMark } from "./field.tsx";

type CheckboxProps = FieldFrame & Omit<ComponentProps<"input">, keyof FieldFrame | "required" | "type">;

/** One yes that stands for itself, such as a consent. */
export function CheckboxField(props: CheckboxProps) {
  const { id, label, hint, error, isRequired, optionalWord, isLabelHidden, className, ...native } = props;
  const frame = { id, label, hint, error, isRequired };
  return (
    <div className={className ? `field ${className}` : "field"}>
      <div className="choice">
        <input className="choice-input" {...native} {...controlAttributes(frame)} type="checkbox" />
        <label className={isLabelHidden ? "choice-label visually-hidden" : "choice-label"} htmlFor={id}>
          {label}
          {isRequired && <RequiredMark />}
          {optionalWord && <span className="field-optional">{optionalWord}</span>}
        </label>
        {hint && (
          <div className="choice-hint" id={`${id}-hint`}>
            {hint}
          </div>
        )}
      </div>
      <FieldError id={id} error={error} />
    </div>
  );
}

export interface ChoiceOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  lang?: string | undefined;
  isDisabled?: boolean | undefined;
}

export interface ChoiceGroupProps {
  kind: "radio" | "checkbox";
  id: string;
  name: string;
  legend: ReactNode;
  options: readonly ChoiceOption[];
  hint?: ReactNode;
  error?: ReactNode;
  isRequired?: boolean | undefined;
  layout?: "column" | "row" | undefined;
  /** What is chosen at first, in a form without scripts. */
  defaultValue?: string | readonly string[] | undefined;
  /** What is chosen now, when the caller keeps it. */
  value?: string | readonly string[] | undefined;
  onChange?: ((value: string, isChecked: boolean) => void) | undefined;
  /** Anything below the options, such as the text of "other". */
  children?: ReactNode;
}

const isChosen = (chosen: string | readonly string[] | undefined, value: string): boolean | undefined =>
  chosen === undefined ? undefined : typeof chosen === "string" ? chosen === value : chosen.includes(value);

/** Only a radiogroup, not a plain group, may say that it is required or wrong. */
const radioGroup = (isRequired: boolean | undefined, error: ReactNode) => ({
  role: "radiogroup",
  "aria-required": isRequired,
  "aria-invalid": error ? true : undefined,
});

/** One or several of a list: a fieldset of native radios or checkboxes. */
export function ChoiceGroupField(props: ChoiceGroupProps) {
  const { kind, id, name, legend, options, hint, error, isRequired, layout, onChange, children } = props;
  return (
    <fieldset
      id={id}
      className="field choice-group"
      tabIndex={-1}
      {...(kind === "radio" ? radioGroup(isRequired, error) : {})}
      aria-describedby={describedBy({ id, hint, error })}
    >
      <legend className="field-label">
        {legend}
        {isRequired && <RequiredMark />}
      </legend>
      <FieldHint id={id} hint={hint} />
      <div className={layout === "row" ? "choice-list choice-list-row" : "choice-list"}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            input={{
              id: `${id}-${index}`,
              name,
              type: kind,
              value: option.value,
              disabled: option.isDisabled,
              required: kind === "radio" ? isRequired : undefined,
              defaultChecked: isChosen(props.defaultValue, option.value),
              checked: isChosen(props.value, option.value),
              onChange: onChange && ((event) => onChange(option.value, event.target.checked)),
            }}
            option={option}
          />
        ))}
      </div>
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

function Choice({ input, option }: { input: ComponentProps<"input"> & { id: string }; option: ChoiceOption }) {
  const hintId = option.hint ? `${input.id}-hint` : undefined;
  return (
    <div className="choice">
      <input {...input} className="choice-input" aria-describedby={hintId} />
      <label className="choice-label" htmlFor={input.id} lang={option.lang}>
        {option.label}
      </label>
      {option.hint && (
        <div className="choice-hint" id={hintId}>
          {option.hint}
        </div>
      )}
    </div>
  );
}
