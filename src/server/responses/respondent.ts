import { createHash } from "node:crypto";
import { AppError } from "../../shared/kernel/error.ts";
import { type Actor, requirePerson } from "../platform/authz/actor.ts";
import type { Db } from "../platform/db/database.ts";
import type { PublishedVersion, Questionnaires } from "../questionnaires/index.ts";
import { isInAudience } from "./audience.ts";
import type { ResponsesDeps } from "./deps.ts";

/** Which row is meant, and as whom it is written. */
export interface Respondent {
  /** The response's id in the database. */
  storedId: string;
  /** The response's id as the browser made it. */
  responseId: string;
  /** The person whom an identified response belongs to; null in an anonymous questionnaire. */
  respondentId: string | null;
  questionnaire: PublishedVersion;
}

export interface WhichInput {
  questionnaireId: string;
  responseId: string;
}

/**
 * The questionnaire, and as whom the actor answers it.
 * @throws {AppError} not_found | not_signed_in, for an identified questionnaire
 */
export async function respondentOf(
  { questionnaires }: { questionnaires: Questionnaires },
  actor: Actor,
  { questionnaireId, responseId }: WhichInput,
): Promise<Respondent> {
  const questionnaire = await questionnaires.publishedVersion(questionnaireId);
  if (!questionnaire) throw new AppError("not_found", { questionnaireId });
  if (questionnaire.identityMode === "anonymous") {
    return { storedId: hashedId(responseId), responseId, respondentId: null, questionnaire };
  }
  return { storedId: responseId, responseId, respondentId: requirePerson(actor).personId, questionnaire };
}

/**
 * A hash of the id in the form of a UUID (version 8). The browser's id says when it was made and opens the response;
 * whoever only sees the database can do neither with this one.
 */
export function hashedId(responseId: string): string {
  const bytes = createHash("sha256").update(responseId.toLowerCase()).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * The person's living enrolment, for an identified response to carry; null where there is none and none is needed.
 * @throws {AppError} not_signed_in | not_in_audience
 */
export async function requireAudience(
  { enrolment, db }: Pick<ResponsesDeps, "enrolment"> & { db: Db },
  actor: Actor,
  { audience, identityMode, workshopId }: PublishedVersion,
): Promise<string | null> {
  if (audience === "anyone" && identityMode === "anonymous") return null;
  const { personId } = requirePerson(actor);
  const living = workshopId === null ? undefined : await enrolment.livingEnrolment(db, workshopId, personId);
  if (!isInAudience(audience, living?.status)) throw new AppError("not_in_audience");
  return identityMode === "anonymous" ? null : (living?.enrolmentId ?? null);
}

/** When a write is dated: anonymous ones to the day. */
export function datedAt({ identityMode }: Pick<PublishedVersion, "identityMode">, now: Date): Date {
  return identityMode === "anonymous" ? startOfDay(now) : now;
}

export const startOfDay = (at: Date): Date => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
