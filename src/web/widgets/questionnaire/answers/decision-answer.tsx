import { CheckboxField, ChoiceGroupField } from "../../../design-system/choice-fields.tsx";
import { runnerMessages } from "../../../i18n/runner.ts";
import { ClearAnswer } from "../clear-answer.tsx";
import type { AnswerProps } from "./answer-props.ts";

export function YesNoAnswer(props: AnswerProps<"yes_no">) {
  const { question, value, onAnswer, language, frame } = props;
  const words = runnerMessages[language];
  return (
    <ChoiceGroupField
      kind="radio"
      layout="row"
      id={frame.id}
      name={frame.id}
      legend={frame.label}
      hint={frame.hint}
      error={frame.error}
      isRequired={frame.isRequired}
      options={[
        { value: "yes", label: words.yes },
        { value: "no", label: words.no },
      ]}
      value={value === true ? "yes" : value === false ? "no" : ""}
      onChange={(choice) => onAnswer(choice === "yes")}
    >
      <ClearAnswer language={language} onAnswer={onAnswer} isShown={value !== undefined && !question.isRequired} />
    </ChoiceGroupField>
  );
}

/** One box to tick. Unticked after it was ticked means no. */
export function ConsentAnswer({ value, onAnswer, frame }: AnswerProps<"consent">) {
  return (
    <CheckboxField
      {...frame}
      className="questionnaire-consent"
      checked={value === true}
      onChange={(event) => onAnswer(event.currentTarget.checked)}
    />
  );
}
