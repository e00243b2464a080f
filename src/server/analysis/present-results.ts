import type { Cell, QuestionResult, Results } from "../../shared/analysis/contract.ts";
import type { LocalisedText } from "../../shared/kernel/locale.ts";
import { rulesOf } from "../../shared/questionnaires/question-kinds.ts";
import type { Question, QuestionKind, QuestionnaireContent } from "../../shared/questionnaires/questionnaire.ts";
import { classLabel } from "./class-label.ts";
import { nothingYet, type QuestionFigures } from "./figures.ts";
import { cellsOf } from "./question-cells.ts";
import { threshold } from "./releases.ts";
import { pointsLabel } from "./scale-classes.ts";
import type { ReleaseRow, TextRow } from "./tables.ts";

interface PresentInput {
  questionnaireId: string;
  content: QuestionnaireContent;
  release: ReleaseRow | undefined;
  /** Open answers by question code. */
  texts: ReadonlyMap<string, TextRow[]>;
}

/** The stored figures and the texts of the questionnaire, as the contract has them. */
export function presentResults({ questionnaireId, content, release, texts }: PresentInput): Results {
  const figures = new Map(Object.entries(release?.figures ?? {}));
  const sections = content.sections.map((section) => ({
    title: section.title,
    questions: section.questions.map((question) =>
      presentQuestion(question, figures.get(question.code) ?? nothingYet, texts.get(question.code) ?? []),
    ),
  }));
  return {
    questionnaireId,
    title: content.title,
    respondents: release?.respondents ?? null,
    threshold,
    isSuppressed: release === undefined,
    release: release?.number ?? null,
    releasedAt: release?.releasedAt.toISOString() ?? null,
    sections,
  };
}

function presentQuestion(question: Question, figures: QuestionFigures, texts: readonly TextRow[]): QuestionResult {
  const { code, text, kind } = question;
  const head = { code, text, kind, answered: figures.answered, isSuppressed: figures.isSuppressed };
  const { mean, median, standardDeviation } = figures;
  switch (rulesOf<QuestionKind>(kind).resultForm) {
    case "texts": {
      const isSuppressed = texts.length < threshold;
      const answered = isSuppressed ? null : texts.length;
      return { ...head, form: "texts", isSuppressed, answered, texts: isSuppressed ? [] : [...texts] };
    }
    case "choices":
      return {
        ...head,
        form: "choices",
        isMultiple: kind === "multiple_choice",
        cells: presentCells(question, figures),
      };
    case "distribution":
      return {
        ...head,
        form: "distribution",
        cells: presentCells(question, figures),
        mean,
        median,
        standardDeviation,
        ...(question.kind === "scale" ? { fromLabel: question.fromLabel, toLabel: question.toLabel } : {}),
      };
  }
}

function presentCells(question: Question, { cells, answered }: QuestionFigures): Cell[] {
  const labels = new Map<string, LocalisedText>(cellsOf(question)?.map(({ code, label }) => [code, label]));
  return cells.map(({ code, count, from = null, to = null }) => ({
    code,
    label:
      labels.get(code) ?? (question.kind === "number" ? classLabel({ from, to }, question.isWhole) : pointsLabel(code)),
    count,
    // With the number of answers hidden a share would give it away.
    share: count === null || answered === null ? null : count / answered,
  }));
}
