import { useMemo } from "react";
import { SelectField } from "../../../design-system/text-fields.tsx";
import { controlId, useWorkshopEditor } from "../editor-context.ts";
import { inZone } from "./session-times.ts";

/** The zone whose clocks the sessions are read on. */
export function TimeZoneField() {
  const { content, draft, store, words } = useWorkshopEditor();
  const { timeZone, sessions } = content;
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf("timeZone");
    return known.includes(timeZone) ? known : [timeZone, ...known];
  }, [timeZone]);
  return (
    <SelectField
      id={controlId("timeZone")}
      label={words.sessions.zone}
      hint={words.sessions.zoneHint}
      value={timeZone}
      disabled={!draft.canEdit}
      onChange={(event) => {
        const zone = event.currentTarget.value;
        store.change({ timeZone: zone, sessions: inZone(sessions, timeZone, zone) }, "timeZone");
      }}
      options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
    />
  );
}
