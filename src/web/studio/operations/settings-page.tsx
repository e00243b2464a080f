import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RunningSetting } from "../../../shared/operations/settings-contract.ts";
import { listSettings } from "../../api/operations.ts";
import { Badge } from "../../design-system/badge.tsx";
import { CheckboxField } from "../../design-system/choice-fields.tsx";
import { DataTable } from "../../design-system/data-table.tsx";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { Asked } from "./asked.tsx";

/** The settings as they run, without what opens something. */
export function SettingsPage() {
  const all = operationsMessages[useStudioLanguage()];
  const words = all.settings;
  const [isOnlyGiven, setOnlyGiven] = useState(false);
  const query = useQuery({ queryKey: ["settings"], queryFn: ({ signal }) => listSettings({ signal }) });
  return (
    <section className="stack" aria-labelledby="settings-title">
      <h2 id="settings-title">{all.tabs.settings}</h2>
      <p className="muted">{words.lead}</p>
      <CheckboxField
        id="only-given"
        label={words.onlyGiven}
        checked={isOnlyGiven}
        onChange={(event) => setOnlyGiven(event.currentTarget.checked)}
      />
      <Asked query={query}>
        {({ items }) => {
          const shown = items.filter(({ isDefault }) => !isOnlyGiven || !isDefault);
          return (
            <DataTable
              caption={words.caption(shown.length)}
              density="compact"
              rows={shown}
              rowKey={({ name }) => name}
              columns={[
                {
                  key: "name",
                  header: words.columns.name,
                  isRowHeader: true,
                  cell: (setting) => <NameCell {...setting} />,
                },
                { key: "value", header: words.columns.value, cell: (setting) => <ValueCell setting={setting} /> },
              ]}
            />
          );
        }}
      </Asked>
    </section>
  );
}

function NameCell({ name, description }: RunningSetting) {
  const language = useStudioLanguage();
  return (
    <span className="wide-cell">
      <code>{name}</code>
      <span className="setting-description">{description[language]}</span>
    </span>
  );
}

/** With where it is from under it, so that a phone shows both. */
function ValueCell({ setting: { value, isSecret, isDefault } }: { setting: RunningSetting }) {
  const words = operationsMessages[useStudioLanguage()].settings;
  return (
    <span className="setting-value">
      {value !== null && !isSecret && <code>{value}</code>}
      {value === null && <span className="muted">{words.none}</span>}
      {value !== null && isSecret && <span className="muted">{words.secret}</span>}
      {isDefault ? <span className="muted small">{words.isDefault}</span> : <Badge>{words.isGiven}</Badge>}
    </span>
  );
}
