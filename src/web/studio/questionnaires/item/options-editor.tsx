import type { LocalisedText } from "../../../../shared/kernel/locale.ts";
import { readText } from "../../../../shared/kernel/locale.ts";
import type { Option, Question, QuestionOf } from "../../../../shared/questionnaires/questionnaire.ts";
import { Button } from "../../../design-system/button.tsx";
import { CheckboxField } from "../../../design-system/choice-fields.tsx";
import { Icon } from "../../../design-system/interactive/icon.tsx";
import { SortableList } from "../../../design-system/interactive/sortable-list.tsx";
import { controlId, useBuilder } from "../builder-context.ts";
import { optionCodeAfterLabel } from "../draft/automatic-code.ts";
import { freeCode, isOptionCode } from "../draft/content-code.ts";
import { changeQuestion, followOption } from "../draft/edit-content.ts";
import { CodeField } from "./code-field.tsx";
import type { KindSettingsProps } from "./kind-settings-props.ts";
import { LimitField } from "./limit-field.tsx";
import { TextPair } from "./text-pair.tsx";

type ChoiceQuestion = QuestionOf<"single_choice" | "dropdown" | "multiple_choice">;

/** The options of a choice, in an order that can be changed, and how they are offered. */
export function OptionsEditor({ question, path, change }: KindSettingsProps<ChoiceQuestion>) {
  const { words, isReadOnly, language } = useBuilder();
  const { options } = question;
  const setOptions = (next: Option[], place: string) => change({ options: next } as Partial<Question>, place);
  const add = () => {
    const taken = new Set(options.map(({ code }) => code));
    setOptions([...options, { code: freeCode(`option_${options.length + 1}`, taken), label: {} }], "options");
  };
  const move = (id: string, toIndex: number) => {
    const index = Number(id);
    const option = options[index];
    if (option) setOptions(options.toSpliced(index, 1).toSpliced(toIndex, 0, option), "options.order");
  };
  // Codes may be doubled while one types, so the place is what names a row.
  const rows = options.map((option, index) => ({ id: String(index), option, index }));
  return (
    <div className="builder-options">
      <h3 className="builder-subtitle">{words.fields.options}</h3>
      <SortableList
        label={words.fields.options}
        items={rows}
        itemText={({ option, index }) => readText(option.label, language)?.text ?? words.fields.option(index + 1)}
        onMove={move}
        renderItem={({ option, index }) => <OptionRow question={question} path={path} option={option} index={index} />}
      />
      {!isReadOnly && (
        <Button size="small" className="builder-add" onClick={add} disabled={options.length >= 100}>
          {words.fields.addOption}
        </Button>
      )}
      <Offering question={question} path={path} change={change} />
    </div>
  );
}

interface OptionRowProps {
  question: ChoiceQuestion;
  path: string;
  option: Option;
  index: number;
}

function OptionRow({ question, path, option, index }: OptionRowProps) {
  const { words, content, edit, state, isReadOnly } = useBuilder();
  const others = new Set(question.options.filter((_, at) => at !== index).map(({ code }) => code));
  const place = `${path}.options.${index}`;
  const replace = (next: Option, at: string) => {
    const changed = changeQuestion(content, question.id, (before) =>
      "options" in before ? { ...before, options: before.options.with(index, next) } : before,
    );
    edit(followOption(changed, question.code, { from: option.code, to: next.code }), at);
  };
  const relabel = (label: LocalisedText, at: string) => {
    const world = { taken: others, isPublished: state.draft.currentVersion !== null };
    replace({ code: optionCodeAfterLabel(option, label, world), label }, at);
  };
  const remove = () =>
    edit(
      changeQuestion(content, question.id, (before) =>
        "options" in before ? { ...before, options: before.options.toSpliced(index, 1) } : before,
      ),
      `${question.id}.options`,
    );
  return (
    <div className="builder-option">
      <TextPair
        path={`${place}.label`}
        label={words.fields.option(index + 1)}
        isLabelHidden
        text={option.label}
        onChange={relabel}
        maxLength={300}
      />
      <CodeField
        id={controlId(`${place}.code`)}
        label={words.fields.optionCode(index + 1)}
        isLabelHidden
        code={option.code}
        faultOf={(code) => (isOptionCode(code) && !others.has(code) ? undefined : words.fields.optionCodeInvalid)}
        onChange={(code) => replace({ ...option, code }, `${question.id}.options.code`)}
      />
      {!isReadOnly && (
        <Button
          variant="quiet"
          size="small"
          className="button-icon"
          aria-label={words.fields.removeOption(index + 1)}
          onClick={remove}
        >
          <Icon name="close" />
        </Button>
      )}
    </div>
  );
}

function Offering({ question, path, change }: KindSettingsProps<ChoiceQuestion>) {
  const { words } = useBuilder();
  return (
    <>
      <CheckboxField
        id={controlId(`${path}.hasOther`)}
        label={words.fields.hasOther}
        checked={question.hasOther}
        onChange={(event) => change({ hasOther: event.currentTarget.checked }, "hasOther")}
      />
      <CheckboxField
        id={controlId(`${path}.isRandomOrder`)}
        label={words.fields.isRandomOrder}
        hint={words.fields.randomHint}
        checked={question.isRandomOrder}
        onChange={(event) => change({ isRandomOrder: event.currentTarget.checked }, "isRandomOrder")}
      />
      {question.kind === "multiple_choice" && (
        <div className="form-row">
          {(["minChoices", "maxChoices"] as const).map((limit) => (
            <LimitField
              key={`${question.id} ${limit}`}
              id={controlId(`${path}.${limit}`)}
              label={words.fields[limit]}
              value={question[limit]}
              range={{ least: 1, most: 100 }}
              onChange={(value) => change({ [limit]: value }, limit)}
            />
          ))}
        </div>
      )}
    </>
  );
}
