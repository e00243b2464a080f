import { otherCode } from "../../../../shared/questionnaires/kinds/choices.ts";
import { ChoiceGroupField } from "../../../design-system/choice-fields.tsx";
import { InputField, SelectField } from "../../../design-system/text-fields.tsx";
import { runnerMessages } from "../../../i18n/runner.ts";
import { givenChoice, listedOptions, toggled } from "../choice-list.ts";
import { ClearAnswer } from "../clear-answer.tsx";
import type { AnswerProps } from "./answer-props.ts";

export function SingleChoiceAnswer(props: AnswerProps<"single_choice">) {
  const { question, value, onAnswer, language, frame, seed } = props;
  const { choices, other } = givenChoice(value);
  return (
    <ChoiceGroupField
      kind="radio"
      {...groupFrame(frame)}
      options={listedOptions(question, seed, language)}
      value={choices[0] ?? ""}
      onChange={(choice) => onAnswer({ choice, other })}
    >
      <OtherText {...props} isShown={choices[0] === otherCode} />
      <ClearAnswer {...props} isShown={choices.length > 0 && !question.isRequired} />
    </ChoiceGroupField>
  );
}

export function DropdownAnswer(props: AnswerProps<"dropdown">) {
  const { question, value, onAnswer, language, frame, seed } = props;
  const { choices, other } = givenChoice(value);
  return (
    <div className="stack-tight">
      <SelectField
        {...frame}
        options={listedOptions(question, seed, language)}
        placeholder={runnerMessages[language].choose}
        value={choices[0] ?? ""}
        onChange={(event) => onAnswer({ choice: event.currentTarget.value, other })}
      />
      <OtherText {...props} isShown={choices[0] === otherCode} />
    </div>
  );
}

export function MultipleChoiceAnswer(props: AnswerProps<"multiple_choice">) {
  const { question, value, onAnswer, language, frame, seed } = props;
  const { choices, other } = givenChoice(value);
  const { maxChoices } = question;
  const isFull = maxChoices !== null && maxChoices > 1 && choices.length >= maxChoices;
  const options = listedOptions(question, seed, language).map((option) => ({
    ...option,
    isDisabled: isFull && !choices.includes(option.value),
  }));
  return (
    <ChoiceGroupField
      kind="checkbox"
      {...groupFrame(frame)}
      options={options}
      value={choices}
      onChange={(code) => onAnswer({ choices: toggled(choices, code, maxChoices), other })}
    >
      {isFull && (
        <p className="questionnaire-counter" role="status">
          {runnerMessages[language].hints.chosen(choices.length, maxChoices)}
        </p>
      )}
      <OtherText {...props} isShown={choices.includes(otherCode)} />
    </ChoiceGroupField>
  );
}

type ChoiceProps = AnswerProps<"single_choice"> | AnswerProps<"dropdown"> | AnswerProps<"multiple_choice">;

function OtherText({ value, onAnswer, language, frame, isShown }: ChoiceProps & { isShown: boolean }) {
  if (!isShown) return null;
  return (
    <InputField
      id={`${frame.id}-other`}
      label={runnerMessages[language].otherText}
      maxLength={500}
      autoComplete="off"
      value={givenChoice(value).other}
      onChange={(event) => onAnswer({ ...(value as object), other: event.currentTarget.value })}
    />
  );
}

/** A group is named by its legend, and its radios by the group's id. */
const groupFrame = ({ id, label, hint, error, isRequired }: AnswerProps["frame"]) => ({
  id,
  name: id,
  legend: label,
  hint,
  error,
  isRequired,
});
