import type { AnswerTest, Condition, Question } from "../../../../shared/questionnaires/questionnaire.ts";
import { Button } from "../../../design-system/button.tsx";
import { SelectField } from "../../../design-system/text-fields.tsx";
import { controlId, useBuilder } from "../builder-context.ts";
import { earlierThan, newTest } from "../draft/condition-tests.ts";
import { TestRow } from "./test-row.tsx";

export interface ConditionEditorProps {
  path: string;
  showIf: Condition | null;
  /** The question or section that the condition shows: only what comes before it may be asked for. */
  before: string;
  onChange: (showIf: Condition | null) => void;
}

/** When the item is shown: tests of earlier answers, joined by all or any. */
export function ConditionEditor({ path, showIf, before, onChange }: ConditionEditorProps) {
  const { words, content, isReadOnly } = useBuilder();
  const earlier = earlierThan(content, before);
  const latest = earlier.at(-1);
  const add = (question: Question) => {
    const tests = [...(showIf?.tests ?? []), newTest(question)];
    onChange({ join: showIf?.join ?? "all", tests });
  };
  const setTests = (tests: AnswerTest[]) => onChange(tests.length > 0 ? { join: showIf?.join ?? "all", tests } : null);
  return (
    <section
      className="builder-condition"
      id={controlId(path)}
      tabIndex={-1}
      aria-labelledby={`${controlId(path)}-title`}
    >
      <h3 className="builder-subtitle" id={`${controlId(path)}-title`}>
        {words.condition.title}
      </h3>
      {!showIf && <p className="muted small">{latest ? words.condition.always : words.condition.nothingBefore}</p>}
      {showIf && showIf.tests.length > 1 && (
        <SelectField
          id={controlId(`${path}.join`)}
          label={words.condition.join}
          value={showIf.join}
          options={[
            { value: "all", label: words.condition.all },
            { value: "any", label: words.condition.any },
          ]}
          onChange={(event) => onChange({ ...showIf, join: event.currentTarget.value === "any" ? "any" : "all" })}
        />
      )}
      {showIf?.tests.map((test, index) => (
        <TestRow
          // biome-ignore lint/suspicious/noArrayIndexKey: tests have no names, and two of them may be the same
          key={index}
          path={`${path}.tests.${index}`}
          test={test}
          number={index + 1}
          earlier={earlier}
          onChange={(next) => setTests(showIf.tests.with(index, next))}
          onRemove={() => setTests(showIf.tests.toSpliced(index, 1))}
        />
      ))}
      {latest && !isReadOnly && (showIf?.tests.length ?? 0) < 20 && (
        <Button size="small" className="builder-add" onClick={() => add(latest)}>
          {showIf ? words.condition.another : words.condition.add}
        </Button>
      )}
    </section>
  );
}
