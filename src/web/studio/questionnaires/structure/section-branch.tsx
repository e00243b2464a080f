import type { KeyboardEvent } from "react";
import { readText } from "../../../../shared/kernel/locale.ts";
import { allKinds } from "../../../../shared/questionnaires/question-kinds.ts";
import type { Question, Section } from "../../../../shared/questionnaires/questionnaire.ts";
import { Button } from "../../../design-system/button.tsx";
import { Icon } from "../../../design-system/interactive/icon.tsx";
import { Menu } from "../../../design-system/interactive/menu.tsx";
import { SortableList } from "../../../design-system/interactive/sortable-list.tsx";
import { useBuilder } from "../builder-context.ts";
import { addQuestion, moveQuestion, moveSection } from "../draft/edit-content.ts";

/** A section with its questions. Alt with the arrows moves what has the focus. */
export function SectionBranch({ section, index }: { section: Section; index: number }) {
  const { words, content, edit, select, selection, language, isReadOnly, checklist } = useBuilder();
  const name = readText(section.title, language)?.text || words.untitledSection(index + 1);
  const faulty = (questionIndex: number) =>
    checklist?.items.some(
      ({ field, severity }) =>
        severity === "error" && field.startsWith(`sections.${index}.questions.${questionIndex}.`),
    ) ?? false;
  const rows = section.questions.map((question, at) => ({ id: question.id, question, isFaulty: faulty(at) }));
  const textOf = (question: Question) => readText(question.text, language)?.text.trim() || words.emptyQuestion;
  return (
    <section className="builder-branch" aria-label={name}>
      <SectionRow section={section} index={index} name={name} />
      {rows.length > 0 && (
        <SortableList
          label={words.questionsOf(name)}
          items={rows}
          itemText={({ question }) => textOf(question)}
          selectedId={selection}
          onSelect={select}
          onMove={(id, toIndex) => edit(moveQuestion(content, id, toIndex), `${id}.order`)}
          renderItem={({ question, isFaulty }) => (
            <span className="builder-row">
              <span className="builder-row-text">{textOf(question)}</span>
              <span className="builder-row-kind">
                {words.kinds[question.kind]}
                {question.showIf && ` · ${words.condition.title}`}
                {isFaulty && <span className="builder-fault"> · {words.hasErrors}</span>}
              </span>
            </span>
          )}
        />
      )}
      {!isReadOnly && section.questions.length < 100 && (
        <Menu
          label={words.addQuestion}
          trigger={words.addQuestion}
          variant="quiet"
          size="small"
          items={allKinds.map((kind) => ({
            id: kind,
            label: words.kinds[kind],
            onAction: () => {
              const added = addQuestion(content, section.id, kind);
              edit(added.content, added.id);
              select(added.id);
            },
          }))}
        />
      )}
    </section>
  );
}

function SectionRow({ section, index, name }: { section: Section; index: number; name: string }) {
  const { words, content, edit, select, selection, isReadOnly } = useBuilder();
  const move = (toIndex: number) => edit(moveSection(content, section.id, toIndex), `${section.id}.order`);
  const moveByArrows = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown") || isReadOnly) return;
    event.preventDefault();
    move(index + (event.key === "ArrowUp" ? -1 : 1));
  };
  const buttons = [
    { label: words.moveSectionUp, icon: "up" as const, to: index - 1, isAtEnd: index === 0 },
    {
      label: words.moveSectionDown,
      icon: "down" as const,
      to: index + 1,
      isAtEnd: index === content.sections.length - 1,
    },
  ];
  return (
    <div className="builder-branch-head">
      <button
        type="button"
        className="builder-leaf builder-leaf-section"
        aria-current={selection === section.id ? "true" : undefined}
        onClick={() => select(section.id)}
        onKeyDown={moveByArrows}
      >
        {index + 1}. {name}
      </button>
      {!isReadOnly &&
        buttons.map(({ label, icon, to, isAtEnd }) => (
          <Button
            key={icon}
            variant="quiet"
            size="small"
            className="button-icon"
            aria-label={`${label}: ${name}`}
            disabled={isAtEnd}
            onClick={() => move(to)}
          >
            <Icon name={icon} />
          </Button>
        ))}
    </div>
  );
}
