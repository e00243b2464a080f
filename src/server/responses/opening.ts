import { AppError } from "../../shared/kernel/error.ts";
import type { PublishedVersion } from "../questionnaires/index.ts";

type Opening = Pick<PublishedVersion, "status" | "opensAt" | "closesAt">;

/** Whether the questionnaire takes responses at the moment. */
function isOpen({ status, opensAt, closesAt }: Opening, now: Date): boolean {
  if (status !== "published") return false;
  if (opensAt !== null && now < new Date(opensAt)) return false;
  return closesAt === null || now < new Date(closesAt);
}

/** @throws {AppError} questionnaire_closed */
export function requireOpen(questionnaire: Opening, now: Date): void {
  if (isOpen(questionnaire, now)) return;
  throw new AppError("questionnaire_closed", { opensAt: questionnaire.opensAt, closesAt: questionnaire.closesAt });
}
