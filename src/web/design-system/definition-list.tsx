import type { ReactNode } from "react";

export interface DefinitionListProps {
  items: readonly { term: string; description: ReactNode }[];
  /** Side by side where there is room, or one above the other. */
  layout?: "rows" | "stacked" | undefined;
}

export function DefinitionList({ items, layout = "rows" }: DefinitionListProps) {
  return (
    <dl className={`definition-list definition-list-${layout}`}>
      {items.map((item) => (
        <div key={item.term} className="definition-list-item">
          <dt className="definition-list-term">{item.term}</dt>
          <dd>{item.description}</dd>
        </div>
      ))}
    </dl>
  );
}
