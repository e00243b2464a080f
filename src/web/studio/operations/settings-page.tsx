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
                {
                  key: "origin",
                  header: words.columns.origin,
                  cell: ({ isDefault }) =>
                    isDefault ? <span className="muted">{words.isDefault}</span> : <Badge>{words.isGiven}</Badge>,
                },
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

function ValueCell({ setting: { value, isSecret } }: { setting: RunningSetting }) {
  const words = operationsMessages[useStudioLanguage()].settings;
  if (value === null) return <span className="muted">{words.none}</span>;
  return isSecret ? <span className="muted">{words.secret}</span> : <code>{value}</code>;
}
