import { AppError } from "../../shared/kernel/error.ts";
import { Id } from "../../shared/kernel/id.ts";
import type { DoneNotice } from "../../web/public/enrol-page.tsx";
import type { Actor } from "../platform/authz/actor.ts";
import type { PageDeps } from "./deps.ts";

const doneNotices: readonly string[] = ["cancel", "decline", "accept"] satisfies DoneNotice[];

/** What the address says has just been done, if it is something we say. */
export const doneNotice = (value: string | undefined): DoneNotice | undefined =>
  value !== undefined && doneNotices.includes(value) ? (value as DoneNotice) : undefined;

/**
 * Does to one's own enrolment what the pressed button says.
 * @throws {AppError} malformed_request for a button that is not ours | not_found | invalid_transition
 */
export async function changeEnrolment(
  { enrolment }: Pick<PageDeps, "enrolment">,
  actor: Actor,
  { enrolmentId, action }: { enrolmentId: string | undefined; action: string | undefined },
): Promise<DoneNotice> {
  if (!enrolmentId || !Id.safeParse(enrolmentId).success) throw new AppError("not_found");
  const done = doneNotice(action);
  switch (done) {
    case "cancel":
      await enrolment.cancelEnrolment(actor, enrolmentId);
      return done;
    case "accept":
      await enrolment.acceptOffer(actor, enrolmentId);
      return done;
    case "decline":
      await enrolment.declineOffer(actor, enrolmentId);
      return done;
    case undefined:
      throw new AppError("malformed_request");
  }
}
