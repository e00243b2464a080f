import { useState } from "react";
import { isSkippedWallTime, wallTimeOf } from "../../../../shared/kernel/zoned-time.ts";
import { InputField } from "../../../design-system/text-fields.tsx";
import { formatTime } from "../../../i18n/format.ts";
import { controlId, useWorkshopEditor } from "../editor-context.ts";
import { typedInstant } from "./session-times.ts";

export interface TimeFieldProps {
  path: string;
  label: string;
  instant: string;
  error?: string | undefined;
  isReadOnly: boolean;
  onChange: (instant: string, place: string) => void;
}

/** A moment on the workshop's clocks. What is half typed stays in the control until it is a time. */
export function TimeField({ path, label, instant, error, isReadOnly, onChange }: TimeFieldProps) {
  const { content, words, language } = useWorkshopEditor();
  const { timeZone } = content;
  const wallTime = wallTimeOf(instant, timeZone);
  const [typed, setTyped] = useState(wallTime);
  const [followed, setFollowed] = useState(wallTime);
  if (followed !== wallTime) {
    setFollowed(wallTime);
    if (typedInstant(typed, timeZone) !== instant) setTyped(wallTime);
  }
  const isSkipped = isSkippedWallTime(typed, timeZone);
  return (
    <InputField
      id={controlId(path)}
      type="datetime-local"
      className="numeric"
      label={label}
      hint={isSkipped && words.sessions.skipped(formatTime(language, instant, timeZone))}
      error={error}
      value={typed}
      readOnly={isReadOnly}
      max="2199-12-31T23:59"
      onChange={(event) => {
        const { value } = event.currentTarget;
        setTyped(value);
        const next = typedInstant(value, timeZone);
        if (next !== undefined && next !== instant) onChange(next, path);
      }}
      onBlur={() => setTyped(wallTime)}
    />
  );
}
