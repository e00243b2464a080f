import { canHold, isPossible, type Place, type Places } from "./condition-reach.ts";
import type { ContentProblem, ContentProblemCode } from "./content-problem.ts";
import { questionKinds } from "./question-kinds.ts";
import type { AnswerTest, Condition, QuestionnaireContent } from "./questionnaire.ts";

/** Where a condition stands and what may be asked there. */
interface Site {
  field: string;
  showIf: Condition;
  /** The code of the question that the condition shows; none for a section's. */
  own: string | undefined;
  earlier: Places;
  all: Places;
}

/** References that lead nowhere, tests that do not fit, and what can therefore never be shown. */
export function checkConditions(content: QuestionnaireContent): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const all = placesOf(content);
  const earlier = new Map<string, Place>();
  content.sections.forEach((section, at) => {
    const field = `sections.${at}.showIf`;
    const ofSection = problemsAt(section.showIf, { field, own: undefined, earlier, all }, null);
    problems.push(...ofSection);
    const isSectionShown = !ofSection.some((problem) => problem.code === "unreachable");
    // A section's faulty or impossible condition is reported once, not again for each of its questions.
    const around = ofSection.some((problem) => problem.severity === "error") ? null : section.showIf;
    section.questions.forEach((question, index) => {
      const site = { field: `sections.${at}.questions.${index}.showIf`, own: question.code, earlier, all };
      const found = problemsAt(question.showIf, site, around);
      problems.push(...found);
      const isReachable = isSectionShown && !found.some((problem) => problem.code === "unreachable");
      if (!earlier.has(question.code)) earlier.set(question.code, { question, section, isReachable });
    });
  });
  return problems;
}

function placesOf(content: QuestionnaireContent): Places {
  const pairs = content.sections.flatMap((section) =>
    section.questions.map((question): [string, Place] => [question.code, { question, section, isReachable: true }]),
  );
  return new Map(pairs.reverse());
}

function problemsAt(
  showIf: Condition | null,
  site: Omit<Site, "showIf">,
  sectionShowIf: Condition | null,
): ContentProblem[] {
  if (showIf === null) return [];
  const here = { ...site, showIf };
  const references = referenceProblems(here);
  if (references.length > 0) return references;
  if (!canHold(showIf, sectionShowIf, site.earlier)) return [problem(site.field, "unreachable", site.own)];
  return deadTests(here);
}

function referenceProblems({ showIf, field, own, earlier, all }: Site): ContentProblem[] {
  return showIf.tests.flatMap((test, index) => {
    const code = referenceFault(test, own, { earlier, all });
    return code ? [problem(`${field}.tests.${index}`, code, test.question)] : [];
  });
}

function referenceFault(
  test: AnswerTest,
  own: string | undefined,
  { earlier, all }: Pick<Site, "earlier" | "all">,
): ContentProblemCode | undefined {
  if (test.question === own) return "self_reference";
  const place = earlier.get(test.question);
  if (!place) return all.has(test.question) ? "later_reference" : "unknown_reference";
  if (!questionKinds[place.question.kind].tests.includes(test.is)) return "test_does_not_fit";
  const needsValue = test.is !== "answered" && test.is !== "not_answered";
  return needsValue && test.value === undefined ? "test_without_value" : undefined;
}

/** In a condition that holds when any of its tests does, those that never do. */
function deadTests({ showIf, field, earlier }: Site): ContentProblem[] {
  return showIf.tests.flatMap((test, index) =>
    isPossible([test], earlier)
      ? []
      : [{ ...problem(`${field}.tests.${index}`, "test_never_holds", test.question), severity: "warning" as const }],
  );
}

function problem(field: string, code: ContentProblemCode, question: string | undefined): ContentProblem {
  return { field, code, severity: "error", params: question === undefined ? {} : { question } };
}
