import type { Answers, QuestionnaireContent } from "../../../shared/questionnaires/questionnaire.ts";
import { type GivenAnswers, isSame, readAnswers } from "./given-answers.ts";

export interface Sides {
  /** What is on this device. */
  local: GivenAnswers;
  /** What this device and the server last agreed on. */
  base: Answers;
  /** What the server has now. */
  server: Answers;
}

/**
 * The answers of this device and of the server together: what was changed here since both agreed stays, everything else
 * is the server's. What is the same on both sides stays as it was typed, so that no space goes under somebody's fingers.
 */
export function mergeAnswers(content: QuestionnaireContent, { local, base, server }: Sides): GivenAnswers {
  const read = readAnswers(content, local);
  const merged: Record<string, unknown> = { ...local };
  for (const { code } of content.sections.flatMap((section) => section.questions)) {
    const [here, before, there] = [read, base, server].map((side) =>
      Object.hasOwn(side, code) ? side[code] : undefined,
    );
    const isHalfTyped = here === undefined && isGiven(local[code]);
    if (isHalfTyped || isSame(here, there) || !isSame(here, before)) continue;
    if (there === undefined) delete merged[code];
    else merged[code] = there;
  }
  return merged;
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== "";
