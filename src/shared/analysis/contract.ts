import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Id } from "../kernel/id.ts";
import { Instant } from "../kernel/instant.ts";
import { Language, localisedText } from "../kernel/locale.ts";

/** A count that left the server; null when it is suppressed because it is about fewer than five respondents or would reveal such a count. */
const Count = z.int().min(0).nullable();

export const Cell = z.object({
  code: z.string(),
  label: localisedText(300),
  count: Count,
  /** Share of those who answered, 0 to 1; null when the count is, or the number of those who answered. */
  share: z.number().min(0).max(1).nullable(),
});
export type Cell = z.infer<typeof Cell>;

const head = {
  code: z.string(),
  text: localisedText(1000),
  /** How many answered; null when suppressed. */
  answered: Count,
  isSuppressed: z.boolean(),
};

/** The result of one question. Every figure in it is null or empty when `isSuppressed`. */
export const QuestionResult = z.discriminatedUnion("form", [
  z.object({ ...head, form: z.literal("choices"), kind: z.string(), isMultiple: z.boolean(), cells: z.array(Cell) }),
  z.object({
    ...head,
    form: z.literal("distribution"),
    kind: z.string(),
    /** Arithmetic mean, median and sample standard deviation (n − 1). */
    mean: z.number().nullable(),
    median: z.number().nullable(),
    standardDeviation: z.number().nullable(),
    /** One cell per point of a scale, or per class of adjacent points (`1-3`) where points are about too few; classes of equal width for numbers. */
    cells: z.array(Cell),
    fromLabel: localisedText(100).optional(),
    toLabel: localisedText(100).optional(),
  }),
  z.object({
    ...head,
    form: z.literal("texts"),
    kind: z.string(),
    /** Open answers in an order that tells nothing about who wrote when. */
    texts: z.array(z.object({ text: z.string(), language: Language })),
  }),
]);
export type QuestionResult = z.infer<typeof QuestionResult>;

export const Results = z.object({
  questionnaireId: Id,
  title: localisedText(200),
  /** Respondents in this release; null when fewer than five. */
  respondents: Count,
  /** The smallest number of respondents any figure may be about. */
  threshold: z.int(),
  isSuppressed: z.boolean(),
  release: z.int().nullable(),
  releasedAt: Instant.nullable(),
  sections: z.array(z.object({ title: localisedText(200), questions: z.array(QuestionResult) })),
});
export type Results = z.infer<typeof Results>;

const tag = "analysis";
const ofQuestionnaire = z.strictObject({ questionnaireId: Id });

export const analysisContract = {
  getResults: endpoint({
    id: "getResults",
    method: "GET",
    path: "/api/v1/studio/questionnaires/{questionnaireId}/results",
    summary:
      "Counts, distributions and open answers of the current release. Groups under five respondents are suppressed.",
    tag,
    access: "responses.readAggregated",
    params: ofQuestionnaire,
    response: Results,
    errors: ["not_found"],
  }),
  exportRows: endpoint({
    id: "exportResponses",
    method: "GET",
    path: "/api/v1/studio/questionnaires/{questionnaireId}/responses.csv",
    summary:
      "Rows of the current release as CSV (UTF-8 with BOM, cells safe for spreadsheets): pseudonyms instead of names, answers by question code.",
    tag,
    access: "responses.readRows",
    params: ofQuestionnaire,
    query: z.strictObject({ lang: Language.default("en"), labels: z.enum(["codes", "texts"]).default("codes") }),
    produces: "text/csv",
    errors: ["not_found", "too_few_respondents"],
  }),
};
