import type { z } from "zod";
import type { Response } from "../../shared/responses/contract.ts";
import type { ResponseRow } from "./tables.ts";

export type ResponseRead = z.infer<typeof Response>;

/**
 * The response as its author gets it. In an anonymous questionnaire the row's id is a hash: the author's own takes its
 * place, and there are no times.
 */
export function presentResponse(row: ResponseRow, responseId: string): ResponseRead {
  const isAnonymous = row.respondentId === null;
  return {
    id: isAnonymous ? responseId : row.id,
    questionnaireId: row.questionnaireId,
    version: row.version,
    status: row.status,
    language: row.language,
    answers: row.answers,
    revision: row.revision,
    updatedAt: isAnonymous ? null : row.updatedAt.toISOString(),
    submittedAt: isAnonymous ? null : (row.submittedAt?.toISOString() ?? null),
  };
}
