import type { QuestionOf } from "../../../../shared/questionnaires/questionnaire.ts";
import { SelectField } from "../../../design-system/text-fields.tsx";
import { controlId, useBuilder } from "../builder-context.ts";
import type { KindSettingsProps } from "./kind-settings-props.ts";
import { TextPair } from "./text-pair.tsx";

const lowest = [0, 1];
const highest = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

export function ScaleSettings({ question, path, change }: KindSettingsProps<QuestionOf<"scale">>) {
  const { words } = useBuilder();
  const asOptions = (points: readonly number[]) =>
    points.map((point) => ({ value: String(point), label: String(point) }));
  return (
    <>
      <div className="form-row">
        <SelectField
          id={controlId(`${path}.from`)}
          label={words.fields.from}
          value={String(question.from)}
          options={asOptions(lowest)}
          onChange={(event) => change({ from: Number(event.currentTarget.value) }, "from")}
        />
        <SelectField
          id={controlId(`${path}.to`)}
          label={words.fields.to}
          value={String(question.to)}
          options={asOptions(highest.filter((point) => point - question.from < 11))}
          onChange={(event) => change({ to: Number(event.currentTarget.value) }, "to")}
        />
      </div>
      {(["fromLabel", "toLabel"] as const).map((end) => (
        <TextPair
          key={end}
          path={`${path}.${end}`}
          label={words.fields[end]}
          text={question[end]}
          onChange={(text, at) => change({ [end]: text }, at)}
          maxLength={100}
        />
      ))}
    </>
  );
}
