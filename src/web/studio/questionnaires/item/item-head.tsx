import { readText } from "../../../../shared/kernel/locale.ts";
import { Menu } from "../../../design-system/interactive/menu.tsx";
import { showToast } from "../../../design-system/interactive/toast.tsx";
import { useBuilder } from "../builder-context.ts";
import { duplicateQuestion, moveToSection, type Place, removeQuestion } from "../draft/edit-content.ts";

/** The kind of the question, and what can be done with it as a whole. */
export function ItemHead({ title, place }: { title: string; place: Place }) {
  const { words, content, edit, select, store, language, isReadOnly } = useBuilder();
  const { question, section, index } = place;
  const remove = () => {
    edit(removeQuestion(content, question.id), question.id);
    const next = section.questions[index + 1] ?? section.questions[index - 1];
    select(next?.id ?? section.id);
    showToast({ title: words.deleted, action: { label: words.undo, onAction: store.undo } });
  };
  const duplicate = () => {
    const copied = duplicateQuestion(content, question.id);
    if (!copied) return;
    edit(copied.content, copied.id);
    select(copied.id);
  };
  const otherSections = content.sections.flatMap((each, at) =>
    each.id === section.id
      ? []
      : [
          {
            id: each.id,
            label: words.moveTo(readText(each.title, language)?.text ?? words.untitledSection(at + 1)),
            onAction: () => edit(moveToSection(content, question.id, each.id), `${question.id}.section`),
          },
        ],
  );
  return (
    <div className="builder-item-head">
      <h2>{title}</h2>
      {!isReadOnly && (
        <Menu
          label={words.itemActions}
          items={[
            { id: "duplicate", label: words.duplicate, onAction: duplicate },
            ...otherSections,
            { id: "line", isSeparator: true },
            { id: "delete", label: words.deleteQuestion, tone: "danger", onAction: remove },
          ]}
        />
      )}
    </div>
  );
}
