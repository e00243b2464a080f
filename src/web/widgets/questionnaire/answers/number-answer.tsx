import { useState } from "react";
import type { Language } from "../../../../shared/kernel/locale.ts";
import { InputField } from "../../../design-system/text-fields.tsx";
import { parseNumber, writeNumber } from "../typed-number.ts";
import type { AnswerProps } from "./answer-props.ts";

/** A text field with a number keyboard: a comma is as good as a point, and nothing changes when somebody scrolls. */
export function NumberAnswer({ question, value, onAnswer, language, frame }: AnswerProps<"number">) {
  const [typed, setTyped] = useState(() => shown(value, language));
  // The answer may change from outside, by a merge or in another language; what is being typed stays otherwise.
  const text = parseNumber(typed) === (value ?? "") ? typed : shown(value, language);
  const mayBeNegative = question.minimum === null || question.minimum < 0;
  return (
    <InputField
      {...frame}
      className="input-number"
      inputMode={mayBeNegative ? "text" : question.isWhole ? "numeric" : "decimal"}
      autoComplete="off"
      value={text}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onAnswer(parseNumber(event.currentTarget.value));
      }}
    />
  );
}

const shown = (value: unknown, language: Language): string =>
  typeof value === "number" ? writeNumber(value, language) : typeof value === "string" ? value : "";
