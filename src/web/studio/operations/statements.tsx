import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { CountedStatement, StatementList } from "../../../shared/operations/database-contract.ts";
import { getStatementPlan, listStatements } from "../../api/operations.ts";
import { Button } from "../../design-system/button.tsx";
import type { TableColumn } from "../../design-system/data-table.tsx";
import { Dialog } from "../../design-system/interactive/dialog.tsx";
import { Notice } from "../../design-system/notice.tsx";
import { formatMilliseconds, formatNumber } from "../../i18n/format.ts";
import { operationsMessages } from "../../i18n/operations.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { Asked } from "./asked.tsx";
import { LongTable } from "./long-table.tsx";
import { momentText } from "./moment.tsx";

/** The statements that took most of the database's time, each with its plan on demand. */
export function Statements() {
  const words = operationsMessages[useStudioLanguage()].database;
  const query = useQuery({ queryKey: ["statements"], queryFn: ({ signal }) => listStatements({ signal }) });
  const [opened, setOpened] = useState<CountedStatement | null>(null);
  return (
    <section className="stack">
      <h2>{words.statements}</h2>
      <Asked query={query}>{(list) => <StatementTable list={list} onPlan={setOpened} />}</Asked>
      {opened && <PlanDialog statement={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}

interface StatementTableProps {
  list: StatementList;
  onPlan: (statement: CountedStatement) => void;
}

function StatementTable({ list: { state, since, items }, onPlan }: StatementTableProps) {
  const language = useStudioLanguage();
  const words = operationsMessages[language].database;
  if (state !== "counted") {
    const { title, text } = words.states[state];
    return (
      <Notice tone="info" title={title}>
        {text}
      </Notice>
    );
  }
  return (
    <>
      <p className="muted">
        {words.since(since && momentText(language, since))} {words.statementsLead}
      </p>
      <LongTable
        caption={words.statements}
        isCaptionHidden
        density="compact"
        rows={items}
        rowKey={({ id }) => id}
        emptyText={words.noStatements}
        columns={columnsIn(language, onPlan)}
      />
    </>
  );
}

function columnsIn(language: Language, onPlan: StatementTableProps["onPlan"]): TableColumn<CountedStatement>[] {
  const { statementColumns: headers, showPlan } = operationsMessages[language].database;
  const time = (milliseconds: number) => formatMilliseconds(language, milliseconds);
  return [
    {
      key: "text",
      header: headers.text,
      isRowHeader: true,
      cell: ({ text }) => <code className="statement-text">{text.replaceAll(/\s+/g, " ")}</code>,
    },
    { key: "total", header: headers.total, isNumeric: true, cell: ({ totalMs }) => time(totalMs) },
    { key: "mean", header: headers.mean, isNumeric: true, cell: ({ meanMs }) => time(meanMs) },
    { key: "most", header: headers.most, isNumeric: true, cell: ({ maxMs }) => time(maxMs) },
    { key: "calls", header: headers.calls, isNumeric: true, cell: ({ calls }) => formatNumber(language, calls) },
    {
      key: "plan",
      header: headers.plan,
      cell: (statement) => (
        <Button size="small" variant="quiet" className="nowrap" onClick={() => onPlan(statement)}>
          {showPlan}
          <span className="visually-hidden">: {statement.text.slice(0, 80)}</span>
        </Button>
      ),
    },
  ];
}

function PlanDialog({ statement, onClose }: { statement: CountedStatement; onClose: () => void }) {
  const words = operationsMessages[useStudioLanguage()].database;
  const plan = useQuery({
    queryKey: ["statement-plan", statement.id],
    queryFn: ({ signal }) => getStatementPlan({ params: { statementId: statement.id }, signal }),
  });
  return (
    <Dialog title={words.planTitle} isOpen onOpenChange={onClose} size="large">
      <div className="stack">
        <code className="plan-text">{statement.text}</code>
        <Asked query={plan}>
          {({ state, lines }) =>
            state === "planned" ? (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
              <pre className="plan-lines" tabIndex={0}>
                {lines.join("\n")}
              </pre>
            ) : (
              <Notice tone="info">{words.planTexts[state]}</Notice>
            )
          }
        </Asked>
      </div>
    </Dialog>
  );
}
