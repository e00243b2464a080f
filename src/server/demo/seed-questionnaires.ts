import { newId } from "../../shared/kernel/id.ts";
import type { Tx } from "../platform/db/database.ts";
import { insertQuestionnaires } from "./queries.ts";
import { feedbackQuestionnaire } from "./questionnaires/feedback.ts";
import { visioningQuestionnaire } from "./questionnaires/visioning.ts";
import { daysBefore, sessionTimes } from "./schedule.ts";
import type { SeededWorkshop } from "./seed-workshops.ts";
import type { QuestionnaireRow } from "./tables.ts";

export interface SeededQuestionnaires {
  /** Anonymous and open to anyone, before the community-visioning workshop. */
  visioning: QuestionnaireRow;
  /** For those who took part in the first two days of the team-integration workshop. */
  feedback: QuestionnaireRow;
}

export async function seedQuestionnaires(
  tx: Tx,
  { now, workshops, createdBy }: { now: Date; workshops: SeededWorkshop[]; createdBy: string },
): Promise<SeededQuestionnaires> {
  const community = named(workshops, "community-visioning");
  const visioning: QuestionnaireRow = {
    ...questionnaire(community, daysBefore(now, 13)),
    identityMode: "anonymous",
    audience: "anyone",
    content: visioningQuestionnaire(),
    opensAt: daysBefore(now, 13),
    closesAt: timesOf(community, 0, now).startsAt,
  };
  const team = named(workshops, "team-integration");
  const feedback: QuestionnaireRow = {
    ...questionnaire(team, daysBefore(timesOf(team, 1, now).startsAt, 1)),
    identityMode: "identified",
    audience: "confirmed",
    content: feedbackQuestionnaire(),
    opensAt: timesOf(team, 1, now).endsAt,
    closesAt: timesOf(team, 2, now).startsAt,
  };
  await insertQuestionnaires(tx, [visioning, feedback], createdBy);
  return { visioning, feedback };
}

function questionnaire(workshop: SeededWorkshop, publishedAt: Date) {
  const createdAt = daysBefore(publishedAt, 1 / 8);
  return { id: newId(createdAt.getTime()), workshopId: workshop.id, createdAt, publishedAt };
}

function named(workshops: SeededWorkshop[], code: string): SeededWorkshop {
  const workshop = workshops.find(({ plan }) => plan.code === code);
  if (!workshop) throw new Error(`the demo has no workshop ${code}`);
  return workshop;
}

function timesOf({ plan }: SeededWorkshop, position: number, now: Date) {
  const session = plan.sessions[position];
  if (!session) throw new Error(`${plan.code} has no session ${position}`);
  return sessionTimes(now, session);
}
