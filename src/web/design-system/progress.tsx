export interface ProgressProps {
  id: string;
  label: string;
  /** Left out while nobody knows how much there is. */
  value?: number | undefined;
  max?: number | undefined;
  /** The value in words, such as "Question 3 of 12". */
  valueText?: string | undefined;
  isLabelHidden?: boolean | undefined;
}

export function Progress({ id, label, value, max = 100, valueText, isLabelHidden }: ProgressProps) {
  return (
    <div className="progress">
      <div className="progress-caption">
        <label className={isLabelHidden ? "visually-hidden" : undefined} htmlFor={id}>
          {label}
        </label>
        {valueText && <span className="progress-value">{valueText}</span>}
      </div>
      <progress className="progress-bar" id={id} value={value} max={max} aria-valuetext={valueText} />
    </div>
  );
}
