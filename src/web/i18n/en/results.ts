import { plural } from "../../../shared/kernel/plural.ts";
import { formatNumber } from "../format.ts";

const count = (n: number, one: string, other: string) => `${formatNumber("en", n)} ${plural("en", n, { one, other })}`;

export const en = {
  title: "Results",
  untitled: "Untitled questionnaire",
  toBuilder: "Questionnaire",
  respondents: (n: number) => count(n, "respondent", "respondents"),
  releasedAt: (time: string) => `as of ${time}`,
  stepsTitle: "Why results come in steps",
  steps: (n: number) =>
    `The next figures come when at least ${formatNumber("en", n)} more people have answered. Otherwise two looks at this page could be subtracted to read one person's answers.`,
  tooFewTitle: (n: number) => `Fewer than ${formatNumber("en", n)} people have answered`,
  tooFewText:
    "Until then nothing is shown, not even to you: a figure about very few people is a figure about somebody.",
  suppressedQuestion: "Too few people answered this question to show anything.",
  answered: (n: number) => count(n, "answer", "answers"),
  mean: "Mean",
  median: "Median",
  standardDeviation: "Standard deviation",
  several: "Several answers were possible.",
  noTexts: "Nobody wrote an answer here.",
  showAll: (n: number) => `Show all ${formatNumber("en", n)}`,
  untitledSection: "Section",
  export: "Export as CSV",
  exportCodes: "Answers as codes",
  exportTexts: "Answers as texts",
  download: "Download",
  downloadOf: (question: string) => `Download: ${question}`,
  asPng: "Picture (PNG)",
  asSvg: "Drawing (SVG)",
  asCsv: "Table (CSV)",
  columns: { answer: "Answer", count: "n", share: "Share" },
  exportTitle: "Export",
  exportText: "One row per respondent, under a pseudonym. Every export is written to the audit log.",
  scaleEnds: (from: string, to: string) => `${from} → ${to}`,
  ends: {
    nps: { from: "not at all likely", to: "extremely likely" },
    rating: { from: "1 star", to: "5 stars" },
  },
};
