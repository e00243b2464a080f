import type { Language } from "../../../../shared/kernel/locale.ts";
import { InputField, TextAreaField } from "../../../design-system/text-fields.tsx";
import { runnerMessages } from "../../../i18n/runner.ts";
import type { AnswerProps } from "./answer-props.ts";

/** How near to the limit the counter appears: the last tenth, at least the last 20 characters. */
const nearShare = 0.1;
const nearLeast = 20;

export function TextAnswer(props: AnswerProps<"short_text" | "long_text">) {
  const { question, value, onAnswer, language, frame } = props;
  const text = typeof value === "string" ? value : "";
  const counter = counterText(text, question.maxLength, language);
  const control = {
    ...frame,
    value: text,
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => onAnswer(event.currentTarget.value),
  };
  return (
    <div>
      {question.kind === "long_text" ? <TextAreaField {...control} rows={4} /> : <InputField {...control} />}
      {counter && <p className="questionnaire-counter">{counter}</p>}
    </div>
  );
}

function counterText(text: string, maxLength: number | null, language: Language): string | undefined {
  if (maxLength === null) return undefined;
  const left = maxLength - [...text.trim()].length;
  if (left > Math.max(nearLeast, maxLength * nearShare)) return undefined;
  const { hints } = runnerMessages[language];
  return left >= 0 ? hints.left(left) : hints.tooMany(-left);
}
