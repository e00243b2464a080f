export const rules = ({ camel, snake }) => `import type { QuestionOf } from "../questionnaire.ts";
import { equalityTests, type KindRules, withoutTexts } from "./kind.ts";
import { normalisedText } from "./texts.ts";

export const ${camel}Rules: KindRules<QuestionOf<"${snake}">, string> = {
  resultForm: "texts",
  tests: equalityTests,
  defaults: () => ({}),
  read: (_question, given) => (typeof given === "string" ? normalisedText(given) || null : undefined),
  validateAnswer: () => [],
  values: (answer) => [answer],
  samples(_question, tested) {
    const texts = tested.filter((value) => typeof value === "string").map(normalisedText);
    // One more than there are tested texts, so that one of them equals none.
    const others = Array.from({ length: texts.length + 1 }, (_, index) => String.fromCodePoint(0x4e00 + index));
    return [...texts.filter(Boolean), ...others];
  },
  problems: () => [],
  mapTexts: withoutTexts,
};
`;

export const control = ({ pascal, snake }) => `import { InputField } from "../../../design-system/text-fields.tsx";
import type { AnswerProps } from "./answer-props.ts";

export function ${pascal}Answer({ value, onAnswer, frame }: AnswerProps<"${snake}">) {
  return (
    <InputField
      {...frame}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onAnswer(event.currentTarget.value)}
    />
  );
}
`;
