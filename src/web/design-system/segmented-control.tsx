import type { ReactNode } from "react";

export interface SegmentedControlProps {
  legend: string;
  isLegendHidden?: boolean | undefined;
  name: string;
  options: readonly { value: string; label: ReactNode; lang?: string | undefined }[];
  /** Chosen at first, in a form without scripts. */
  defaultValue?: string | undefined;
  /** Chosen now, when the caller keeps it. */
  value?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
}

/** Two to five short choices, one of them always on: native radios in a row. */
export function SegmentedControl(props: SegmentedControlProps) {
  const { legend, isLegendHidden, name, options, defaultValue, value, onChange } = props;
  return (
    <fieldset>
      <legend className={isLegendHidden ? "visually-hidden" : "segmented-legend"}>{legend}</legend>
      <div className="segmented">
        {options.map((option) => (
          <label key={option.value} className="segmented-item" lang={option.lang}>
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
              checked={value === undefined ? undefined : value === option.value}
              onChange={onChange && (() => onChange(option.value))}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
