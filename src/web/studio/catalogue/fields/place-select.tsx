import { SelectField } from "../../../design-system/text-fields.tsx";
import { useLocations } from "./use-places.ts";

export interface PlaceSelectProps {
  id: string;
  label: string;
  /** What it means that no place is chosen. */
  none: string;
  value: string | null;
  error?: string | undefined;
  isDisabled: boolean;
  onChange: (locationId: string | null) => void;
}

export function PlaceSelect({ id, label, none, value, error, isDisabled, onChange }: PlaceSelectProps) {
  const locations = useLocations();
  return (
    <SelectField
      id={id}
      label={label}
      error={error}
      value={value ?? ""}
      disabled={isDisabled}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      options={[
        { value: "", label: none },
        ...locations.map(({ id: place, name, city }) => ({
          value: place,
          label: city && !name.includes(city) ? `${name}, ${city}` : name,
        })),
      ]}
    />
  );
}
