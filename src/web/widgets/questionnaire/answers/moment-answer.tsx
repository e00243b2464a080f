import { InputField } from "../../../design-system/text-fields.tsx";
import type { AnswerProps } from "./answer-props.ts";

/** The browser's own pickers: the best there are on phones. */
export function DateAnswer({ question, value, onAnswer, frame }: AnswerProps<"date">) {
  return (
    <InputField
      {...frame}
      className="questionnaire-moment"
      type="date"
      min={question.earliest ?? undefined}
      max={question.latest ?? undefined}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onAnswer(event.currentTarget.value)}
    />
  );
}

export function TimeAnswer({ value, onAnswer, frame }: AnswerProps<"time">) {
  return (
    <InputField
      {...frame}
      className="questionnaire-moment"
      type="time"
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onAnswer(event.currentTarget.value)}
    />
  );
}
