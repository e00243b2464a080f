import { type Language, readText } from "../../../../shared/kernel/locale.ts";
import { otherCode } from "../../../../shared/questionnaires/kinds/choices.ts";
import { rulesOf } from "../../../../shared/questionnaires/question-kinds.ts";
import type { AnswerTest, Question, QuestionKind } from "../../../../shared/questionnaires/questionnaire.ts";
import { Button } from "../../../design-system/button.tsx";
import { Icon } from "../../../design-system/interactive/icon.tsx";
import { InputField, SelectField } from "../../../design-system/text-fields.tsx";
import { controlId, useBuilder } from "../builder-context.ts";
import { newTest, valueForm, withTest } from "../draft/condition-tests.ts";
import { LimitField } from "./limit-field.tsx";

interface TestRowProps {
  path: string;
  test: AnswerTest;
  number: number;
  earlier: readonly Question[];
  onChange: (test: AnswerTest) => void;
  onRemove: () => void;
}

/** One test: which question, how it is compared, and with what. */
export function TestRow({ path, test, number, earlier, onChange, onRemove }: TestRowProps) {
  const { words, language, isReadOnly } = useBuilder();
  const question = earlier.find(({ code }) => code === test.question);
  const names = question ? rulesOf<QuestionKind>(question.kind).tests : [test.is];
  const questions = earlier.map((each) => ({ value: each.code, label: shortText(each, language) }));
  if (!question) questions.push({ value: test.question, label: words.condition.missing(test.question) });
  return (
    <div className="builder-test" id={controlId(path)} tabIndex={-1}>
      <SelectField
        id={controlId(`${path}.question`)}
        label={words.condition.question}
        value={test.question}
        options={questions}
        onChange={(event) => {
          const chosen = earlier.find(({ code }) => code === event.currentTarget.value);
          if (chosen) onChange(newTest(chosen));
        }}
      />
      <SelectField
        id={controlId(`${path}.is`)}
        label={words.condition.test}
        value={test.is}
        options={names.map((name) => ({ value: name, label: words.condition.tests[name] }))}
        onChange={(event) => {
          const is = names.find((name) => name === event.currentTarget.value);
          if (!is || !question) return;
          const fresh = withTest(question, is);
          onChange("value" in fresh || is === "equals" ? { ...fresh, ...keptValue(test) } : fresh);
        }}
      />
      {question && test.is !== "answered" && test.is !== "not_answered" && (
        <TestValue path={path} test={test} question={question} onChange={onChange} />
      )}
      {!isReadOnly && (
        <Button
          variant="quiet"
          size="small"
          className="button-icon"
          aria-label={words.condition.remove(number)}
          onClick={onRemove}
        >
          <Icon name="close" />
        </Button>
      )}
    </div>
  );
}

const keptValue = ({ value }: AnswerTest) => (value === undefined ? {} : { value });

interface TestValueProps {
  path: string;
  test: AnswerTest;
  question: Question;
  onChange: (test: AnswerTest) => void;
}

function TestValue({ path, test, question, onChange }: TestValueProps) {
  const { words, language } = useBuilder();
  const id = controlId(`${path}.value`);
  const label = words.condition.value;
  const set = (value: AnswerTest["value"]) =>
    onChange({ question: test.question, is: test.is, ...(value === undefined ? {} : { value }) });
  const form = valueForm(question);
  switch (form) {
    case "choice":
      return (
        <SelectField
          id={id}
          label={label}
          value={String(test.value ?? "")}
          options={choices(question, language, words.condition.other)}
          placeholder=""
          onChange={(event) => set(event.currentTarget.value || undefined)}
        />
      );
    case "decision":
      return (
        <SelectField
          id={id}
          label={label}
          value={String(test.value ?? "")}
          options={[
            { value: "true", label: words.condition.yes },
            { value: "false", label: words.condition.no },
          ]}
          onChange={(event) => set(event.currentTarget.value === "true")}
        />
      );
    case "number":
      return (
        <LimitField
          id={id}
          label={label}
          value={typeof test.value === "number" ? test.value : null}
          onChange={(value) => set(value ?? undefined)}
        />
      );
    default:
      return (
        <InputField
          id={id}
          label={label}
          type={form}
          maxLength={200}
          value={String(test.value ?? "")}
          onChange={(event) => set(event.currentTarget.value || undefined)}
        />
      );
  }
}

function choices(question: Question, language: Language, other: string) {
  if (!("options" in question)) return [];
  const options = question.options.map(({ code, label }) => ({
    value: code,
    label: readText(label, language)?.text ?? code,
  }));
  return question.hasOther ? [...options, { value: otherCode, label: other }] : options;
}

/** A question's text, short enough for a list. */
function shortText({ text, code }: Question, language: Language): string {
  const full = readText(text, language)?.text ?? code;
  return full.length > 70 ? `${full.slice(0, 67)}…` : full;
}
