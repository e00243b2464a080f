import { useState } from "react";
import { Button } from "../../design-system/button.tsx";
import { DataTable, type DataTableProps } from "../../design-system/data-table.tsx";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";

const shownAtFirst = 10;

/** A table whose first rows are what matters; the others come when asked for. */
export function LongTable<Row>({ rows, ...props }: DataTableProps<Row>) {
  const words = operationsMessages[useStudioLanguage()];
  const [isWhole, setWhole] = useState(false);
  const isLong = rows.length > shownAtFirst && !isWhole;
  return (
    <div className="stack-tight">
      <DataTable {...props} rows={isLong ? rows.slice(0, shownAtFirst) : rows} />
      {isLong && (
        <div>
          <Button size="small" onClick={() => setWhole(true)}>
            {words.showAll(rows.length)}
            <span className="visually-hidden">: {props.caption}</span>
          </Button>
        </div>
      )}
    </div>
  );
}
