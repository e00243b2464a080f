import { useState } from "react";
import { InputField } from "../../../design-system/text-fields.tsx";
import { parseNumber } from "../../../widgets/questionnaire/typed-number.ts";
import { useBuilder } from "../builder-context.ts";

export interface LimitFieldProps {
  id: string;
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  /** Whole numbers of this range; without it any number. */
  range?: { least: number; most: number };
}

/** A limit that may be left open. Only what is a number of the range goes into the draft. */
export function LimitField({ id, label, value, onChange, range }: LimitFieldProps) {
  const { isReadOnly, words } = useBuilder();
  const [typed, setTyped] = useState<string>();
  const isFine = (number: number) =>
    !range || (Number.isInteger(number) && number >= range.least && number <= range.most);
  const read = typed === undefined ? value : parseNumber(typed);
  const isFaulty = typeof read === "string" ? read !== "" : read !== null && !isFine(read);
  return (
    <InputField
      id={id}
      className="input-number"
      label={label}
      error={isFaulty ? words.fields.numberInvalid : undefined}
      inputMode="numeric"
      autoComplete="off"
      readOnly={isReadOnly}
      value={typed ?? (value === null ? "" : String(value))}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const number = parseNumber(next);
        if (number === "") onChange(null);
        else if (typeof number === "number" && isFine(number)) onChange(number);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
