import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";

export interface TabsProps {
  label: string;
  tabs: readonly { id: string; label: ReactNode; count?: number | undefined; content: ReactNode }[];
  selected?: string | undefined;
  onSelect?: ((id: string) => void) | undefined;
}

/** Views of one thing on one page; for views with addresses of their own use LinkTabs. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={onSelect && ((key) => onSelect(String(key)))}>
      <TabList className="link-tabs" aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="link-tabs-item">
            {tab.label}
            {tab.count !== undefined && <span className="link-tabs-count">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="tabs-panel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
