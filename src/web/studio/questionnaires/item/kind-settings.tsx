import { consentPurposes } from "../../../../shared/questionnaires/consent-purposes.ts";
import type { Question } from "../../../../shared/questionnaires/questionnaire.ts";
import { CheckboxField } from "../../../design-system/choice-fields.tsx";
import { InputField, SelectField } from "../../../design-system/text-fields.tsx";
import { controlId, useBuilder } from "../builder-context.ts";
import type { KindSettingsProps } from "./kind-settings-props.ts";
import { LimitField } from "./limit-field.tsx";
import { OptionsEditor } from "./options-editor.tsx";
import { ScaleSettings } from "./scale-settings.tsx";

type KindQuestion<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;

/** What only questions of this kind have. */
export function KindSettings({ question, path, change }: KindSettingsProps) {
  switch (question.kind) {
    case "short_text":
    case "long_text":
      return <TextLimits question={question} path={path} change={change} />;
    case "number":
      return <NumberLimits question={question} path={path} change={change} />;
    case "date":
      return <DateLimits question={question} path={path} change={change} />;
    case "single_choice":
    case "dropdown":
    case "multiple_choice":
      return <OptionsEditor question={question} path={path} change={change} />;
    case "scale":
      return <ScaleSettings question={question} path={path} change={change} />;
    case "consent":
      return <Purpose question={question} path={path} change={change} />;
    default:
      return null;
  }
}

const characters = { least: 1, most: 10_000 };

function TextLimits({ question, path, change }: KindSettingsProps<KindQuestion<"short_text" | "long_text">>) {
  const { words } = useBuilder();
  return (
    <div className="form-row">
      <LimitField
        key={`${question.id} least`}
        id={controlId(`${path}.minLength`)}
        label={words.fields.minLength}
        value={question.minLength}
        range={characters}
        onChange={(minLength) => change({ minLength }, "minLength")}
      />
      <LimitField
        key={`${question.id} most`}
        id={controlId(`${path}.maxLength`)}
        label={words.fields.maxLength}
        value={question.maxLength}
        range={characters}
        onChange={(maxLength) => change({ maxLength }, "maxLength")}
      />
    </div>
  );
}

function NumberLimits({ question, path, change }: KindSettingsProps<KindQuestion<"number">>) {
  const { words } = useBuilder();
  return (
    <>
      <div className="form-row">
        <LimitField
          key={`${question.id} least`}
          id={controlId(`${path}.minimum`)}
          label={words.fields.minimum}
          value={question.minimum}
          onChange={(minimum) => change({ minimum }, "minimum")}
        />
        <LimitField
          key={`${question.id} most`}
          id={controlId(`${path}.maximum`)}
          label={words.fields.maximum}
          value={question.maximum}
          onChange={(maximum) => change({ maximum }, "maximum")}
        />
      </div>
      <CheckboxField
        id={controlId(`${path}.isWhole`)}
        label={words.fields.isWhole}
        checked={question.isWhole}
        onChange={(event) => change({ isWhole: event.currentTarget.checked }, "isWhole")}
      />
    </>
  );
}

function DateLimits({ question, path, change }: KindSettingsProps<KindQuestion<"date">>) {
  const { words } = useBuilder();
  return (
    <div className="form-row">
      {(["earliest", "latest"] as const).map((limit) => (
        <InputField
          key={limit}
          id={controlId(`${path}.${limit}`)}
          label={words.fields[limit]}
          type="date"
          value={question[limit] ?? ""}
          onChange={(event) => change({ [limit]: event.currentTarget.value || null }, limit)}
        />
      ))}
    </div>
  );
}

function Purpose({ question, path, change }: KindSettingsProps<KindQuestion<"consent">>) {
  const { words } = useBuilder();
  return (
    <SelectField
      id={controlId(`${path}.purpose`)}
      label={words.fields.purpose}
      value={question.purpose}
      options={consentPurposes.map((value) => ({ value, label: words.purposes[value] }))}
      onChange={(event) => {
        const purpose = consentPurposes.find((each) => each === event.currentTarget.value);
        if (purpose) change({ purpose }, "purpose");
      }}
    />
  );
}
