import { keyedHash } from "../platform/crypto/token.ts";
import type { Secret } from "./cell-table.ts";

const noiseValues = 128;

/** The secret that decides, for good, which cells of a question are hidden along with small ones. */
export function secretOfQuestion(appSecret: string, questionnaireId: string, code: string): Secret {
  const bytes = [0, 1, 2, 3].flatMap((part) => [
    ...Buffer.from(keyedHash(appSecret, `cells:${questionnaireId}:${code}:${part}`), "hex"),
  ]);
  const flag = Buffer.from(keyedHash(appSecret, `generous:${questionnaireId}:${code}`), "hex")[0] ?? 0;
  return { noise: bytes.slice(0, noiseValues).map((byte) => byte / 256), isGenerous: flag < 64 };
}

/** Decides the order of open answers; another one for each question, so that lists cannot be read side by side. */
export function orderSalt(appSecret: string, questionnaireId: string, code: string): string {
  return keyedHash(appSecret, `order:${questionnaireId}:${code}`);
}

/** A short name for a respondent, the same in every export of the questionnaire and of no use anywhere else. */
export function pseudonym(appSecret: string, questionnaireId: string, responseId: string): string {
  return `R-${keyedHash(appSecret, `pseudonym:${questionnaireId}:${responseId}`).slice(0, 12)}`;
}
