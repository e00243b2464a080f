import type { EnrolmentChanged, EnrolmentWorkshopCancelled } from "../enrolment/index.ts";
import { type Job, job } from "../platform/jobs/jobs.ts";
import type { NotificationsDeps } from "./deps.ts";
import { noticeKinds } from "./messages.ts";
import { type Notice, sendNotice } from "./send-notice.ts";

export type { NotificationsDeps } from "./deps.ts";

/** Notifications' door: tells participants what became of their enrolment. */
export interface Notifications {
  jobs: Job[];
}

const jobName = "notifications.sendNotice";

/**
 * Makes notifications; from now on they listen to enrolment. The listener only adds a job, inside the announcer's
 * transaction: who takes a seat holds the workshop's lock, and the letter can be written without it.
 */
export function createNotifications(deps: NotificationsDeps): Notifications {
  const { events, jobs } = deps;
  for (const kind of noticeKinds) {
    if (kind === "workshopCancelled") continue;
    events.on<EnrolmentChanged>(`enrolment.${kind}`, (tx, { participantId, workshopId, position, offeredUntil }) => {
      const notice: Notice = {
        kind,
        participantId,
        workshopId,
        position: kind === "waitlisted" ? position : null,
        offeredUntil: offeredUntil?.toISOString() ?? null,
      };
      return jobs.add(tx, { name: jobName, payload: notice });
    });
  }
  events.on<EnrolmentWorkshopCancelled>("enrolment.workshopCancelled", (tx, { participantId, workshopId }) => {
    const notice: Notice = { kind: "workshopCancelled", participantId, workshopId, position: null, offeredUntil: null };
    return jobs.add(tx, { name: jobName, payload: notice });
  });
  return { jobs: [job(jobName, (notice: Notice) => sendNotice(deps, notice))] };
}
