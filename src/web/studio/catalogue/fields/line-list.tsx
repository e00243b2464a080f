import { type KeyboardEvent, type ReactNode, useState } from "react";
import { newId } from "../../../../shared/kernel/id.ts";
import { type LocalisedText, readText } from "../../../../shared/kernel/locale.ts";
import { Button } from "../../../design-system/button.tsx";
import { Icon } from "../../../design-system/interactive/icon.tsx";
import { PressButton } from "../../../design-system/interactive/press-button.tsx";
import { SortableList } from "../../../design-system/interactive/sortable-list.tsx";
import { showToast } from "../../../design-system/interactive/toast.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { controlId, issueText, useWorkshopEditor } from "../editor-context.ts";
import { GrowingField } from "./growing-field.tsx";

interface Row {
  id: string;
  index: number;
  line: LocalisedText;
}

/** Short lines in both languages, in an order of one's own: what people take with them, what they need. */
export function LineList({
  field,
  label,
  hint,
}: {
  field: "objectives" | "requirements";
  label: string;
  hint: string;
}) {
  const { content, draft, language, shown, store, words } = useWorkshopEditor();
  const lines = content[field];
  const rows = useRows(lines);
  const write = (next: LocalisedText[], place: string) => store.change({ [field]: next }, place);
  const move = (id: string, toIndex: number) => {
    const from = rows.items.findIndex((row) => row.id === id);
    rows.move(from, toIndex);
    write(moved(lines, from, toIndex), `${field} order`);
  };
  const remove = (row: Row) => {
    rows.remove(row.index);
    write(lines.toSpliced(row.index, 1), `${field} remove`);
    const onAction = () =>
      write(store.get().state.content[field].toSpliced(row.index, 0, row.line), `${field} back ${row.id}`);
    showToast({ title: words.texts.lineRemoved, action: { label: words.undo, onAction } });
  };
  const add = () => {
    write([...lines, {}], `${field} add`);
    requestAnimationFrame(() => document.getElementById(controlId(`${field}.${lines.length}.${shown[0]}`))?.focus());
  };
  return (
    <LineGroup field={field} label={label} hint={hint}>
      {rows.items.length > 0 && (
        <SortableList
          label={label}
          items={rows.items}
          itemText={(row) => readText(row.line, language)?.text ?? words.texts.emptyLine}
          onMove={move}
          renderItem={(row) => (
            <Line
              field={field}
              row={row}
              onChange={(line, place) => write(lines.with(row.index, line), place)}
              onRemove={() => remove(row)}
            />
          )}
        />
      )}
      {draft.canEdit && (
        <Button size="small" variant="quiet" className="editor-add" onClick={add}>
          {words.texts.addLine}
          <span className="visually-hidden">: {label}</span>
        </Button>
      )}
    </LineGroup>
  );
}

interface LineGroupProps {
  field: string;
  label: string;
  hint: string;
  children: ReactNode;
}

function LineGroup({ field, label, hint, children }: LineGroupProps) {
  return (
    <fieldset className="field editor-lines" id={controlId(field)} tabIndex={-1} onKeyDownCapture={leaveKeysToInputs}>
      <legend className="field-label">{label}</legend>
      <div className="field-hint">{hint}</div>
      {children}
    </fieldset>
  );
}

/** The list's own keys (typing to find a row, arrows, Tab out of the list) would take them from whoever writes a line. */
function leaveKeysToInputs(event: KeyboardEvent) {
  if (event.altKey || event.key === "Escape") return;
  const isWriting = event.target instanceof HTMLTextAreaElement;
  if (isWriting || event.key === "Tab") event.stopPropagation();
}

interface LineProps {
  field: "objectives" | "requirements";
  row: Row;
  onChange: (line: LocalisedText, place: string) => void;
  onRemove: () => void;
}

function Line({ field, row, onChange, onRemove }: LineProps) {
  const editor = useWorkshopEditor();
  const { draft, language: reader, shown, words } = editor;
  const { languageName } = messagesFor(reader);
  return (
    <div className="editor-line">
      <div className={shown.length > 1 ? "editor-pair editor-pair-both" : "editor-pair"}>
        {shown.map((language) => {
          const place = `${field}.${row.index}.${language}`;
          return (
            <GrowingField
              key={language}
              id={controlId(place)}
              lang={language}
              isLabelHidden
              label={`${words.texts.line(row.index + 1)}, ${languageName[language]}`}
              placeholder={shown.length > 1 ? languageName[language] : undefined}
              error={issueText(editor, place)}
              value={row.line[language] ?? ""}
              readOnly={!draft.canEdit}
              autoComplete="off"
              onWrite={(text) => onChange({ ...row.line, [language]: text }, place)}
            />
          );
        })}
      </div>
      {draft.canEdit && (
        <PressButton
          variant="quiet"
          size="small"
          isIcon
          aria-label={words.texts.removeLine(readText(row.line, reader)?.text ?? words.texts.line(row.index + 1))}
          onPress={onRemove}
        >
          <Icon name="close" />
        </PressButton>
      )}
    </div>
  );
}

function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.toSpliced(from, 1);
  const item = items[from];
  return item === undefined ? rest : rest.toSpliced(to, 0, item);
}

/** Lines have no identity of their own; while they are on the page each gets one that moves with it. */
function useRows(lines: readonly LocalisedText[]) {
  const [ids, setIds] = useState<string[]>(() => lines.map(() => newId()));
  const fitting = lines.map((_, index) => ids[index]);
  if (ids.length !== lines.length) setIds(fitting.map((id) => id ?? newId()));
  return {
    items: lines.flatMap((line, index): Row[] => {
      const id = ids[index];
      return id === undefined ? [] : [{ id, index, line }];
    }),
    move: (from: number, to: number) => setIds(moved(ids, from, to)),
    remove: (index: number) => setIds(ids.toSpliced(index, 1)),
  };
}
