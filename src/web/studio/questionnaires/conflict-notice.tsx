import { type LocalisedText, readText } from "../../../shared/kernel/locale.ts";
import { Button } from "../../design-system/button.tsx";
import { DataTable } from "../../design-system/data-table.tsx";
import { Notice } from "../../design-system/notice.tsx";
import { useBuilder } from "./builder-context.ts";
import { isSame } from "./draft/builder-state.ts";
import { differences } from "./draft/compare-drafts.ts";
import { plainContent } from "./draft/plain-content.ts";

/** Two people changed the same: both sides, and the choice between them. */
export function ConflictNotice() {
  const { state, store, words, language, content } = useBuilder();
  const { theirs, settings } = state;
  if (!theirs) return null;
  const texts = words.conflict;
  const textOf = (item: unknown): string => {
    if (typeof item !== "object" || item === null) return texts.none;
    const text = "text" in item ? readText(item.text as LocalisedText, language)?.text : undefined;
    return text ?? texts.order;
  };
  const rows = differences(plainContent(content), theirs.content).map((each) => ({
    id: each.id,
    mine: textOf(each.mine),
    theirs: textOf(each.theirs),
  }));
  if (!isSame(settings, theirs.settings)) rows.push({ id: "settings", mine: texts.settings, theirs: texts.settings });
  return (
    <Notice
      tone="warning"
      isLive
      title={texts.title}
      actions={
        <>
          <Button onClick={() => store.resolve("mine")}>{texts.keepMine}</Button>
          <Button onClick={() => store.resolve("theirs")}>{texts.takeTheirs}</Button>
        </>
      }
    >
      <p>{texts.text}</p>
      <DataTable
        caption={texts.title}
        isCaptionHidden
        density="compact"
        columns={[
          { key: "mine", header: texts.mine, cell: (row) => row.mine },
          { key: "theirs", header: texts.theirs, cell: (row) => row.theirs },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </Notice>
  );
}
