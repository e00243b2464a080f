import type { ReactNode } from "react";
import { type LocalisedText, readText } from "../../../../shared/kernel/locale.ts";
import { describedBy, FieldError, FieldHint, RequiredMark } from "../../../design-system/field.tsx";
import { runnerMessages } from "../../../i18n/runner.ts";
import { ClearAnswer } from "../clear-answer.tsx";
import { Localised } from "../localised.tsx";
import type { AnswerFrame, AnswerProps } from "./answer-props.ts";

interface Point {
  value: number;
  /** Its name for those who do not see the row. */
  name: string;
  face: ReactNode;
  isLit?: boolean;
}

interface PointRowProps {
  className: string;
  points: readonly Point[];
  answer: AnswerProps;
  ends?: { low: ReactNode; high: ReactNode } | undefined;
}

export function ScaleAnswer(props: AnswerProps<"scale">) {
  const { from, to, fromLabel, toLabel } = props.question;
  const meaning = (value: number): LocalisedText => (value === from ? fromLabel : value === to ? toLabel : {});
  return <NumberRow answer={props} range={{ from, to }} meaning={meaning} ends={{ low: fromLabel, high: toLabel }} />;
}

/** How likely one would recommend it, 0 to 10: the ends have fixed words in each language. */
export function NpsAnswer(props: AnswerProps<"nps">) {
  const least = { en: runnerMessages.en.npsLeast, pl: runnerMessages.pl.npsLeast };
  const most = { en: runnerMessages.en.npsMost, pl: runnerMessages.pl.npsMost };
  const meaning = (value: number): LocalisedText => (value === 0 ? least : value === 10 ? most : {});
  return <NumberRow answer={props} range={{ from: 0, to: 10 }} meaning={meaning} ends={{ low: least, high: most }} />;
}

export function RatingAnswer(props: AnswerProps<"rating">) {
  const { value, language } = props;
  const points = [1, 2, 3, 4, 5].map((point) => ({
    value: point,
    name: runnerMessages[language].stars(point),
    face: <Star />,
    isLit: typeof value === "number" && point <= value,
  }));
  return <PointRow className="questionnaire-stars" points={points} answer={props as AnswerProps} />;
}

interface NumberRowProps {
  answer: AnswerProps<"scale"> | AnswerProps<"nps">;
  range: { from: number; to: number };
  meaning: (value: number) => LocalisedText;
  ends: { low: LocalisedText; high: LocalisedText };
}

function NumberRow({ answer, range, meaning, ends }: NumberRowProps) {
  const { language } = answer;
  const points = Array.from({ length: Math.max(0, range.to - range.from + 1) }, (_, index) => {
    const value = range.from + index;
    const text = readText(meaning(value), language)?.text ?? "";
    return { value, name: runnerMessages[language].point(value, text), face: value };
  });
  const read = (text: LocalisedText) => readText(text, language) && <Localised text={text} language={language} />;
  return (
    <PointRow
      className="questionnaire-points"
      points={points}
      answer={answer as AnswerProps}
      ends={{ low: read(ends.low), high: read(ends.high) }}
    />
  );
}

/** A row of native radios whose labels are the points; the arrow keys walk along it. */
function PointRow({ className, points, answer, ends }: PointRowProps) {
  const { frame, value, onAnswer, question, language } = answer;
  const { id, hint, error, isRequired } = frame;
  return (
    <fieldset
      id={id}
      className="field choice-group"
      tabIndex={-1}
      {...radioGroup(isRequired, error)}
      aria-describedby={describedBy({ id, hint, error })}
    >
      <Legend frame={frame} />
      <FieldHint id={id} hint={hint} />
      <div className={className}>
        {points.map((point) => (
          <label key={point.value} className="questionnaire-point" data-lit={point.isLit || undefined}>
            <input
              type="radio"
              className="questionnaire-point-input"
              name={id}
              value={point.value}
              checked={value === point.value}
              aria-label={point.name}
              onChange={() => onAnswer(point.value)}
            />
            <span className="questionnaire-point-face" aria-hidden="true">
              {point.face}
            </span>
          </label>
        ))}
      </div>
      {(ends?.low || ends?.high) && (
        <div className="questionnaire-ends" aria-hidden="true">
          <span>{ends.low}</span>
          <span>{ends.high}</span>
        </div>
      )}
      <ClearAnswer language={language} onAnswer={onAnswer} isShown={value !== undefined && !question.isRequired} />
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

/** Only a radiogroup, not a plain group, may say that it is required or wrong. */
const radioGroup = (isRequired: boolean, error: string | undefined) => ({
  role: "radiogroup",
  "aria-required": isRequired,
  "aria-invalid": error ? true : undefined,
});

function Legend({ frame }: { frame: AnswerFrame }) {
  return (
    <legend className="field-label">
      {frame.label}
      {frame.isRequired && <RequiredMark />}
    </legend>
  );
}

function Star() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="questionnaire-star">
      <path d="M12 2.8l2.8 5.9 6.4.8-4.7 4.5 1.2 6.4L12 17.3l-5.7 3.1 1.2-6.4L2.8 9.5l6.4-.8z" />
    </svg>
  );
}
