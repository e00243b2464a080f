import { z } from "zod";
import { Id } from "../kernel/id.ts";
import { Language, localisedText } from "../kernel/locale.ts";
import { consentPurposes } from "./consent-purposes.ts";

/** A stable name for exports and conditions: lower-case letters, digits and underscores. */
const QuestionCode = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const OptionCode = z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/);

/** A test of one earlier answer. */
const AnswerTest = z.strictObject({
  question: QuestionCode,
  is: z.enum(["answered", "not_answered", "equals", "not_equals", "includes", "at_least", "at_most"]),
  /** An option's code, a number, true/false or a text; absent for answered and not_answered. */
  value: z.union([z.string().max(200), z.number(), z.boolean()]).optional(),
});
export type AnswerTest = z.infer<typeof AnswerTest>;

/** When a question or section is shown: tests joined by all or any. */
export const Condition = z.strictObject({ join: z.enum(["all", "any"]), tests: z.array(AnswerTest).min(1).max(20) });
export type Condition = z.infer<typeof Condition>;

export const Option = z.strictObject({ code: OptionCode, label: localisedText(300) });
export type Option = z.infer<typeof Option>;

const base = {
  id: Id,
  code: QuestionCode,
  text: localisedText(1000),
  help: localisedText(1000),
  isRequired: z.boolean(),
  showIf: Condition.nullable(),
};
const choice = {
  options: z.array(Option).max(100),
  /** Adds "other – please specify"; the code is `other`. */
  hasOther: z.boolean(),
  isRandomOrder: z.boolean(),
};
const textLimits = {
  minLength: z.int().min(0).max(10_000).nullable(),
  maxLength: z.int().min(1).max(10_000).nullable(),
};

export const ConsentPurpose = z.enum(consentPurposes);

/** A question of one of the kinds; every kind carries its own limits. */
export const Question = z.discriminatedUnion("kind", [
  z.strictObject({ ...base, kind: z.literal("short_text"), ...textLimits }),
  z.strictObject({ ...base, kind: z.literal("long_text"), ...textLimits }),
  z.strictObject({
    ...base,
    kind: z.literal("number"),
    minimum: z.number().nullable(),
    maximum: z.number().nullable(),
    isWhole: z.boolean(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("date"),
    earliest: z.iso.date().nullable(),
    latest: z.iso.date().nullable(),
  }),
  z.strictObject({ ...base, kind: z.literal("time") }),
  z.strictObject({ ...base, kind: z.literal("single_choice"), ...choice }),
  z.strictObject({ ...base, kind: z.literal("dropdown"), ...choice }),
  z.strictObject({
    ...base,
    kind: z.literal("multiple_choice"),
    ...choice,
    minChoices: z.int().min(0).max(100).nullable(),
    maxChoices: z.int().min(1).max(100).nullable(),
  }),
  z.strictObject({ ...base, kind: z.literal("yes_no") }),
  z.strictObject({ ...base, kind: z.literal("rating") }),
  z.strictObject({
    ...base,
    kind: z.literal("scale"),
    /** The lowest and highest point, such as 1 and 7; 2 to 11 points in all. */
    from: z.int().min(0).max(1),
    to: z.int().min(1).max(11),
    fromLabel: localisedText(100),
    toLabel: localisedText(100),
  }),
  z.strictObject({ ...base, kind: z.literal("nps") }),
  z.strictObject({ ...base, kind: z.literal("consent"), purpose: ConsentPurpose }),
]);
export type Question = z.infer<typeof Question>;
export type QuestionKind = Question["kind"];
export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;

export const Section = z.strictObject({
  id: Id,
  title: localisedText(200),
  description: localisedText(2000),
  showIf: Condition.nullable(),
  questions: z.array(Question).max(100),
});
export type Section = z.infer<typeof Section>;

/** Everything in a questionnaire that is frozen by publishing. */
export const QuestionnaireContent = z.strictObject({
  title: localisedText(200),
  introduction: localisedText(3000),
  thanks: localisedText(1000),
  sections: z.array(Section).max(50),
});
export type QuestionnaireContent = z.infer<typeof QuestionnaireContent>;

/** What a respondent gave to one question; which form it has follows from the kind. */
export const Answer = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  /** single choice, dropdown */
  z.strictObject({ choice: z.string().max(40), other: z.string().max(500).optional() }),
  /** multiple choice */
  z.strictObject({ choices: z.array(z.string().max(40)).max(100), other: z.string().max(500).optional() }),
]);
export type Answer = z.infer<typeof Answer>;

/** Answers by question code. */
export const Answers = z.record(QuestionCode, Answer);
export type Answers = z.infer<typeof Answers>;

/** A published version, as the runner gets it. */
export const PublishedQuestionnaire = z.object({
  id: Id,
  version: z.int().min(1),
  languages: z.array(Language),
  audience: z.enum(["anyone", "enrolled", "confirmed"]),
  identityMode: z.enum(["identified", "anonymous"]),
  status: z.enum(["published", "closed"]),
  opensAt: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime().nullable(),
  workshop: z
    .object({
      id: Id,
      title: localisedText(160),
      slugs: z.object({ en: z.string().optional(), pl: z.string().optional() }),
    })
    .nullable(),
  content: QuestionnaireContent,
});
export type PublishedQuestionnaire = z.infer<typeof PublishedQuestionnaire>;
