import type { Section } from "../../../../shared/questionnaires/questionnaire.ts";
import { Menu } from "../../../design-system/interactive/menu.tsx";
import { showToast } from "../../../design-system/interactive/toast.tsx";
import { useBuilder } from "../builder-context.ts";
import { changeSection, removeSection } from "../draft/edit-content.ts";
import { ConditionEditor } from "./condition-editor.tsx";
import { TextPair } from "./text-pair.tsx";

/** A section's own texts and its condition. */
export function SectionEditor({ section, index }: { section: Section; index: number }) {
  const { words, content, edit, select, store, isReadOnly } = useBuilder();
  const path = `sections.${index}`;
  const change = (parts: Partial<Section>, place: string) =>
    edit(
      changeSection(content, section.id, (before) => ({ ...before, ...parts })),
      `${section.id}.${place}`,
    );
  const remove = () => {
    edit(removeSection(content, section.id), section.id);
    select(content.sections[index - 1]?.id ?? "cover");
    showToast({ title: words.deleted, action: { label: words.undo, onAction: store.undo } });
  };
  return (
    <div className="builder-item">
      <div className="builder-item-head">
        <h2>{words.untitledSection(index + 1)}</h2>
        {!isReadOnly && (
          <Menu
            label={words.itemActions}
            items={[{ id: "delete", label: words.deleteSection, tone: "danger", onAction: remove }]}
          />
        )}
      </div>
      <TextPair
        path={`${path}.title`}
        label={words.fields.sectionTitle}
        text={section.title}
        onChange={(title, at) => change({ title }, at)}
        maxLength={200}
      />
      <TextPair
        path={`${path}.description`}
        label={words.fields.description}
        text={section.description}
        onChange={(description, at) => change({ description }, at)}
        maxLength={2000}
        isLong
      />
      <ConditionEditor
        path={`${path}.showIf`}
        showIf={section.showIf}
        before={section.id}
        onChange={(showIf) => change({ showIf }, "showIf")}
      />
    </div>
  );
}
