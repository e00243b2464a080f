import type { z } from "zod";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Answers, ConsentPurpose } from "../../shared/questionnaires/questionnaire.ts";

export type ResponseStatus = "draft" | "submitted" | "withdrawn";

export interface ResponseRow {
  id: string;
  questionnaireId: string;
  version: number;
  respondentId: string | null;
  status: ResponseStatus;
  language: Language;
  answers: Answers;
  revision: number;
  updatedAt: Date;
  submittedAt: Date | null;
}

export interface ListedRow extends ResponseRow {
  /** All digits of the time it was begun, for the cursor. */
  cursorAt: string;
}

export interface ConsentRow {
  questionCode: string;
  purpose: z.infer<typeof ConsentPurpose>;
  textHash: string;
  isGranted: boolean;
}

/** A submitted response without anything that says whose it is. */
export interface SubmittedResponse {
  id: string;
  version: number;
  language: Language;
  answers: Answers;
}
