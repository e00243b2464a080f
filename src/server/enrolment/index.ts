import type { Enrolment as EnrolmentRead, MyEnrolment } from "../../shared/enrolment/contract.ts";
import type { Page } from "../../shared/kernel/page.ts";
import type { Actor } from "../platform/authz/actor.ts";
import type { Db } from "../platform/db/database.ts";
import type { Route } from "../platform/http/route.ts";
import type { Job, ScheduledJob } from "../platform/jobs/jobs.ts";
import type { EnrolmentDeps } from "./deps.ts";
import { type EnrolInput, enrol } from "./enrol.ts";
import { enrolmentJobs, scheduledJobs } from "./jobs.ts";
import { getMyEnrolment, listMyEnrolments, type MyListInput } from "./list-enrolments.ts";
import { listen } from "./listeners.ts";
import { countEnrolments } from "./metrics.ts";
import { acceptOffer, cancelEnrolment, declineOffer } from "./own-enrolment.ts";
import { findLiving, listEnrolled } from "./queries.ts";
import { routes } from "./routes.ts";
import type { EnrolledPerson } from "./tables.ts";

export type { EnrolmentDeps } from "./deps.ts";
export type { EnrolmentChanged, EnrolmentEvent, EnrolmentWorkshopCancelled } from "./events.ts";
export type { EnrolInput, EnrolledPerson, MyListInput };

/** Enrolment's door: seats, the line, and offers. */
export interface Enrolment {
  routes: Route[];
  jobs: Job[];
  scheduled: ScheduledJob[];
  /**
   * Takes a seat, or a place in line once the workshop is full.
   * @throws {AppError} not_signed_in | email_not_verified | not_found | enrolment_closed | already_enrolled |
   *   confirmation_needed | workshop_full
   */
  enrol(actor: Actor, input: EnrolInput): Promise<EnrolmentRead>;
  /** Gives up one's seat, offer or place in line. @throws {AppError} not_found | invalid_transition */
  cancelEnrolment(actor: Actor, enrolmentId: string): Promise<EnrolmentRead>;
  /** Accepts an offered seat while it is held. @throws {AppError} not_found | invalid_transition */
  acceptOffer(actor: Actor, enrolmentId: string): Promise<EnrolmentRead>;
  /** Declines an offered seat. @throws {AppError} not_found | invalid_transition */
  declineOffer(actor: Actor, enrolmentId: string): Promise<EnrolmentRead>;
  /** One's living enrolment in a workshop, or null. @throws {AppError} not_signed_in */
  getMyEnrolment(actor: Actor, workshopId: string): Promise<{ enrolment: EnrolmentRead | null }>;
  /** One's enrolments: what is to come, soonest first, then what is over. @throws {AppError} not_signed_in */
  listMyEnrolments(actor: Actor, input: MyListInput): Promise<Page<MyEnrolment>>;
  /** The person's living enrolment in the workshop, for deciding whether they belong to an audience. */
  livingEnrolment(db: Db, workshopId: string, personId: string): Promise<EnrolledPerson | undefined>;
  /** Everybody who takes part in the workshop or waits for it, in order of arrival. */
  enrolledPeople(db: Db, workshopId: string): Promise<EnrolledPerson[]>;
}

/** Makes enrolment, and has it listen to the catalogue's events. */
export function createEnrolment(deps: EnrolmentDeps): Enrolment {
  listen(deps);
  countEnrolments(deps);
  return {
    routes: routes(deps),
    jobs: enrolmentJobs(deps),
    scheduled: scheduledJobs(deps),
    enrol: (actor, input) => enrol(deps, actor, input),
    cancelEnrolment: (actor, enrolmentId) => cancelEnrolment(deps, actor, enrolmentId),
    acceptOffer: (actor, enrolmentId) => acceptOffer(deps, actor, enrolmentId),
    declineOffer: (actor, enrolmentId) => declineOffer(deps, actor, enrolmentId),
    getMyEnrolment: (actor, workshopId) => getMyEnrolment(deps, actor, workshopId),
    listMyEnrolments: (actor, input) => listMyEnrolments(deps, actor, input),
    livingEnrolment: async (db, workshopId, personId) => {
      const row = await findLiving(db, workshopId, personId);
      return row && { enrolmentId: row.id, participantId: row.participantId, status: row.status };
    },
    enrolledPeople: listEnrolled,
  };
}
