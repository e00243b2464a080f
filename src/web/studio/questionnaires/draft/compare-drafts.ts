import type { QuestionnaireContent } from "../../../../shared/questionnaires/questionnaire.ts";
import { isSame } from "./builder-state.ts";

export interface Difference {
  id: string;
  /** The item as each side has it; undefined where that side has none. */
  mine: unknown;
  theirs: unknown;
}

/** Sections (without their questions) and questions that are not the same on both sides. */
export function differences(mine: QuestionnaireContent, theirs: QuestionnaireContent): Difference[] {
  const [left, right] = [itemsOf(mine), itemsOf(theirs)];
  const ids = [...new Set([...left.keys(), ...right.keys()])];
  return ids
    .map((id) => ({ id, mine: left.get(id), theirs: right.get(id) }))
    .filter((pair) => !isSame(pair.mine, pair.theirs));
}

function itemsOf({ sections, ...cover }: QuestionnaireContent): Map<string, object> {
  const items = new Map<string, object>([["cover", { ...cover, text: cover.title }]]);
  for (const { questions, ...section } of sections) {
    items.set(section.id, { ...section, text: section.title, order: questions.map(({ id }) => id) });
    for (const question of questions) items.set(question.id, question);
  }
  return items;
}
