import type { KindIssue } from "../answer-issue.ts";
import type { QuestionOf } from "../questionnaire.ts";
import { type KindRules, orderTests, reversedLimits, type TestValue, withoutTexts } from "./kind.ts";

const dayMs = 86_400_000;
const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Whether the text is a day that exists, as `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? midnight(text) : Number.NaN;
  return !Number.isNaN(ms) && dayOf(ms) === text;
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Both forms sort as texts in the order of time. */
function readMoment(isValid: (text: string) => boolean, given: unknown): string | null | undefined {
  if (typeof given !== "string") return undefined;
  const text = given.trim();
  if (text === "") return null;
  return isValid(text) ? text : undefined;
}

function validateDay({ earliest, latest }: QuestionOf<"date">, answer: string): KindIssue[] {
  if (earliest !== null && answer < earliest) return [{ code: "too_early", params: { earliest } }];
  if (latest !== null && answer > latest) return [{ code: "too_late", params: { latest } }];
  return [];
}

const texts = (values: readonly (TestValue | null)[]) => values.filter((value) => typeof value === "string");

export const dateRules: KindRules<QuestionOf<"date">, string> = {
  resultForm: "texts",
  tests: orderTests,
  defaults: () => ({ earliest: null, latest: null }),
  read: (_question, given) => readMoment(isDay, given),
  validateAnswer: validateDay,
  values: (answer) => [answer],
  samples: (question, tested) =>
    texts([...tested, question.earliest, question.latest, "2000-01-01"])
      .filter(isDay)
      .flatMap((day) => [midnight(day) - dayMs, midnight(day), midnight(day) + dayMs].map(dayOf))
      .filter(isDay),
  problems: (question) => reversedLimits("earliest", question.earliest, question.latest),
  mapTexts: withoutTexts,
};

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

export const timeRules: KindRules<QuestionOf<"time">, string> = {
  resultForm: "texts",
  tests: orderTests,
  defaults: () => ({}),
  read: (_question, given) => readMoment(isTime, given),
  validateAnswer: () => [],
  values: (answer) => [answer],
  samples: (_question, tested) =>
    [...texts(tested).filter(isTime), "12:00"]
      .flatMap((time) => [minutesOf(time) - 1, minutesOf(time), minutesOf(time) + 1])
      .filter((minutes) => minutes >= 0 && minutes < 24 * 60)
      .map(timeOf),
  problems: () => [],
  mapTexts: withoutTexts,
};
