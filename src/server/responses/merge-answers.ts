import { isDeepStrictEqual } from "node:util";
import type { Answers } from "../../shared/questionnaires/questionnaire.ts";

/** Both sets of answers together; undefined when they answer one question differently. */
export function merged(first: Answers, second: Answers): Answers | undefined {
  const isClash = Object.entries(second).some(
    ([code, answer]) => Object.hasOwn(first, code) && !isDeepStrictEqual(first[code], answer),
  );
  return isClash ? undefined : { ...first, ...second };
}
