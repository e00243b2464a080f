import type { ComponentType } from "react";
import { type Language, readText } from "../../../shared/kernel/locale.ts";
import type { Question, QuestionKind } from "../../../shared/questionnaires/questionnaire.ts";
import { type AnswerFrame, type AnswerProps, fieldId } from "./answers/answer-props.ts";
import { DropdownAnswer, MultipleChoiceAnswer, SingleChoiceAnswer } from "./answers/choice-answer.tsx";
import { ConsentAnswer, YesNoAnswer } from "./answers/decision-answer.tsx";
import { DateAnswer, TimeAnswer } from "./answers/moment-answer.tsx";
import { NumberAnswer } from "./answers/number-answer.tsx";
import { NpsAnswer, RatingAnswer, ScaleAnswer } from "./answers/points-answer.tsx";
import { TextAnswer } from "./answers/text-answer.tsx";
import { limitHint } from "./limit-hint.ts";
import { Localised } from "./localised.tsx";

/** The control of each kind; a new kind is one entry here. */
const controls: { [Kind in QuestionKind]: ComponentType<AnswerProps<Kind>> } = {
  short_text: TextAnswer as ComponentType<AnswerProps<"short_text">>,
  long_text: TextAnswer as ComponentType<AnswerProps<"long_text">>,
  number: NumberAnswer,
  date: DateAnswer,
  time: TimeAnswer,
  single_choice: SingleChoiceAnswer,
  dropdown: DropdownAnswer,
  multiple_choice: MultipleChoiceAnswer,
  yes_no: YesNoAnswer,
  rating: RatingAnswer,
  scale: ScaleAnswer,
  nps: NpsAnswer,
  consent: ConsentAnswer,
};

export interface QuestionFieldProps {
  question: Question;
  number: number;
  value: unknown;
  onAnswer: (value: unknown) => void;
  language: Language;
  seed: string;
  error: string | undefined;
}

/** A question with its text, help, limits and what is wrong with the answer. */
export function QuestionField({ question, number, value, onAnswer, language, seed, error }: QuestionFieldProps) {
  const Control = controls[question.kind] as ComponentType<AnswerProps>;
  const frame: AnswerFrame = {
    id: fieldId(question),
    label: <QuestionText question={question} number={number} language={language} />,
    hint: <Hints question={question} language={language} />,
    error,
    isRequired: question.isRequired,
  };
  if (!readText(question.help, language) && !limitHint(question, language)) frame.hint = undefined;
  return (
    <div className="questionnaire-question">
      <Control {...{ question, value, onAnswer, language, frame, seed }} />
    </div>
  );
}

interface TextProps {
  question: Question;
  language: Language;
}

function QuestionText({ question, number, language }: TextProps & { number: number }) {
  return (
    <>
      <span className="questionnaire-number">{number}. </span>
      <Localised text={question.text} language={language} />
    </>
  );
}

function Hints({ question, language }: TextProps) {
  const limits = limitHint(question, language);
  return (
    <>
      {readText(question.help, language) && (
        <p>
          <Localised text={question.help} language={language} />
        </p>
      )}
      {limits && <p>{limits}</p>}
    </>
  );
}
