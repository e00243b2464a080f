import { Button } from "../../../design-system/button.tsx";
import { useBuilder } from "../builder-context.ts";
import { addSection } from "../draft/edit-content.ts";
import { SectionBranch } from "./section-branch.tsx";

/** The questionnaire as a tree: where one is, what comes when, and what needs a change. */
export function StructurePanel() {
  const { words, content, edit, select, isReadOnly } = useBuilder();
  const add = () => {
    const added = addSection(content);
    edit(added.content, added.id);
    select(added.id);
  };
  return (
    <nav className="builder-structure" aria-label={words.structure}>
      <Leaf id="settings" label={words.settings} />
      <Leaf id="cover" label={words.cover} />
      {content.sections.length === 0 && <p className="muted small builder-structure-note">{words.noSections}</p>}
      {content.sections.map((section, index) => (
        <SectionBranch key={section.id} section={section} index={index} />
      ))}
      {!isReadOnly && (
        <Button size="small" className="builder-add" onClick={add} disabled={content.sections.length >= 50}>
          {words.addSection}
        </Button>
      )}
      <Leaf id="thanks" label={words.thanks} />
    </nav>
  );
}

function Leaf({ id, label }: { id: string; label: string }) {
  const { selection, select } = useBuilder();
  return (
    <button
      type="button"
      className="builder-leaf"
      aria-current={selection === id ? "true" : undefined}
      onClick={() => select(id)}
    >
      {label}
    </button>
  );
}
