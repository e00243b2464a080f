import { SelectField } from "../../design-system/text-fields.tsx";

export interface FilterFieldProps<Value extends string> {
  id: string;
  label: string;
  /** The choice that leaves nothing out. */
  any: string;
  names: Readonly<Record<NoInfer<Value>, string>>;
  values: readonly Value[];
  value: NoInfer<Value> | "";
  onChange(value: NoInfer<Value> | ""): void;
}

/** Which of a few kinds a list shows: one, or any. */
export function FilterField<Value extends string>(props: FilterFieldProps<Value>) {
  const { id, label, any, names, values, value, onChange } = props;
  return (
    <SelectField
      id={id}
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as Value | "")}
      options={[{ value: "", label: any }, ...values.map((each) => ({ value: each, label: names[each] }))]}
    />
  );
}
