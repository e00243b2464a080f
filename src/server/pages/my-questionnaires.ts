import type { MyEnrolment } from "../../shared/enrolment/contract.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { MePageProps } from "../../web/public/me-page.tsx";
import type { Person } from "../platform/authz/actor.ts";
import type { PageDeps } from "./deps.ts";

const seated: ReadonlySet<string> = new Set(["confirmed", "completed"]);
const living: ReadonlySet<string> = new Set(["pending", "confirmed", "waitlisted", "offered", "completed"]);
const responsesLookedAt = 100;

/** The questionnaires of one's workshops that wait for an answer; whether an anonymous one was answered nobody knows. */
export async function questionnairesFor(
  { questionnaires, responses }: Pick<PageDeps, "questionnaires" | "responses">,
  person: Person,
  { language, enrolments }: { language: Language; enrolments: readonly MyEnrolment[] },
): Promise<MePageProps["questionnaires"]> {
  const own = enrolments.filter(({ status, workshop }) => living.has(status) && !workshop.isCancelled);
  if (own.length === 0) return [];
  const { items } = await responses.listMyResponses(person, { limit: responsesLookedAt, language });
  const answered = new Set(items.filter(({ status }) => status !== "draft").map((each) => each.questionnaireId));
  const open = await Promise.all(
    own.map(async ({ workshopId, workshop, status }) => {
      const listed = await questionnaires.listOpenForWorkshop(workshopId, language);
      return listed
        .filter(({ id, audience }) => !answered.has(id) && (audience !== "confirmed" || seated.has(status)))
        .map(({ id, title }) => ({ id, title, workshop: workshop.title }));
    }),
  );
  return open.flat();
}
