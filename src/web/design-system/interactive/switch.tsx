import type { ReactNode } from "react";
import { useId } from "react";
import { Switch as AriaSwitch } from "react-aria-components";

export interface SwitchProps {
  label: ReactNode;
  hint?: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean | undefined;
}

/** On or off, at once: what takes effect only after saving is a checkbox. */
export function Switch({ label, hint, isSelected, onChange, isDisabled }: SwitchProps) {
  const hintId = useId();
  return (
    <div className="switch-field">
      <AriaSwitch
        className="switch"
        isSelected={isSelected}
        onChange={onChange}
        isDisabled={isDisabled ?? false}
        aria-describedby={hint ? hintId : undefined}
      >
        <span className="switch-track" />
        {label}
      </AriaSwitch>
      {hint && (
        <div className="field-hint switch-hint" id={hintId}>
          {hint}
        </div>
      )}
    </div>
  );
}
