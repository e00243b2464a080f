import type { ReactNode } from "react";

/** What every field shares. `id` names the control; hint and error are tied to it by aria-describedby. */
export interface FieldFrame {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  isRequired?: boolean | undefined;
  /** Shown after the label of a field that may stay empty, for example "optional". */
  optionalWord?: string | undefined;
  isLabelHidden?: boolean | undefined;
}

/** The attributes that tie a control to its frame; spread them on the control. */
export interface ControlAttributes {
  id: string;
  required: boolean | undefined;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

/** The ids of the hint and the error that are really there, for aria-describedby. */
export function describedBy(frame: Pick<FieldFrame, "id" | "hint" | "error">): string | undefined {
  const ids = [frame.hint ? `${frame.id}-hint` : undefined, frame.error ? `${frame.id}-error` : undefined];
  return ids.filter((id) => id !== undefined).join(" ") || undefined;
}

export function controlAttributes(frame: FieldFrame): ControlAttributes {
  return {
    id: frame.id,
    required: frame.isRequired || undefined,
    "aria-describedby": describedBy(frame),
    "aria-invalid": frame.error ? true : undefined,
  };
}

/** The star is for the eye only: `required` on the control already says it aloud. */
export function RequiredMark() {
  return (
    <span className="field-mark" aria-hidden="true">
      *
    </span>
  );
}

export function FieldHint({ id, hint }: Pick<FieldFrame, "id" | "hint">) {
  return hint ? (
    <div className="field-hint" id={`${id}-hint`}>
      {hint}
    </div>
  ) : null;
}

export function FieldError({ id, error }: Pick<FieldFrame, "id" | "error">) {
  return error ? (
    <div className="field-error" id={`${id}-error`}>
      <span>{error}</span>
    </div>
  ) : null;
}

/** Label, hint and error around any control. */
export function Field({ children, ...frame }: FieldFrame & { children: (control: ControlAttributes) => ReactNode }) {
  return (
    <div className="field">
      <label className={frame.isLabelHidden ? "field-label visually-hidden" : "field-label"} htmlFor={frame.id}>
        {frame.label}
        {frame.isRequired && <RequiredMark />}
        {frame.optionalWord && <span className="field-optional">{frame.optionalWord}</span>}
      </label>
      <FieldHint id={frame.id} hint={frame.hint} />
      {children(controlAttributes(frame))}
      <FieldError id={frame.id} error={frame.error} />
    </div>
  );
}
