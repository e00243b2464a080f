import { sql } from "../../../src/server/platform/db/sql.ts";
import { questionnaireContent } from "../../../src/server/questionnaires/questionnaire.testing.ts";
import { addFacilitator, readyContent, sessionIn } from "../../../src/server/testing/test-workshops.ts";
import type { WorkshopContent } from "../../../src/shared/catalogue/workshop.ts";
import type { EnrolmentStatus } from "../../../src/shared/enrolment/contract.ts";
import { newId } from "../../../src/shared/kernel/id.ts";
import type { QuestionnaireSettings } from "../../../src/shared/questionnaires/contract.ts";
import { ownerOf, type Situation } from "./specimen.ts";

export interface Workshop {
  id: string;
  slug: string;
  content: WorkshopContent;
}

/**
 * A workshop in the caller's relation to it, straight in the tables. Whoever is assigned stands in the draft's content
 * while it is a draft, and on the public page once it is public: both make it theirs.
 */
export async function addWorkshop(
  situation: Situation,
  status: "draft" | "published" | "archived" = "draft",
): Promise<Workshop> {
  const { db } = situation.app;
  const id = newId();
  const slug = status === "draft" ? null : `workshop-${id}`;
  const facilitatorId = await facilitatorOf(situation);
  const part = { facilitatorId, part: "lead" as const };
  const facilitators = status === "draft" ? [part] : [];
  const content = readyContent({ title: { en: `Workshop ${id}` }, capacity: 20, facilitators });
  const { id: sessionId, startsAt, endsAt } = content.sessions[0] ?? sessionIn(24 * 30);
  await db.transaction(async (tx) => {
    await tx.run(sql`
      insert into workshops (id, status, published_languages, slug_en, title, capacity, needs_approval, starts_at, ends_at, created_by)
      values (${id}::uuid, ${status}, ${status === "draft" ? [] : ["en"]}::text[], ${slug}, ${JSON.stringify(content.title)}::jsonb,
        20, true, ${startsAt}, ${endsAt}, ${ownerOf(situation)}::uuid)`);
    await tx.run(sql`
      insert into workshop_drafts (workshop_id, content) values (${id}::uuid, ${JSON.stringify(content)}::jsonb)`);
    if (status === "draft") return;
    await tx.run(sql`
      insert into sessions (id, workshop_id, position, starts_at, ends_at)
      values (${sessionId}::uuid, ${id}::uuid, 0, ${startsAt}, ${endsAt})`);
    await tx.run(sql`
      insert into workshop_facilitators (workshop_id, facilitator_id) values (${id}::uuid, ${facilitatorId}::uuid)`);
  });
  return { id, slug: slug ?? `workshop-${id}`, content };
}

async function facilitatorOf({ app, caller, relation }: Situation): Promise<string> {
  const facilitatorId = await addFacilitator(app.db);
  if (relation === "assigned" && caller.personId) {
    await app.db.run(sql`
      update facilitators set person_id = ${caller.personId}::uuid where id = ${facilitatorId}::uuid`);
  }
  return facilitatorId;
}

export interface EnrolmentChange {
  status?: EnrolmentStatus;
  participantId: string;
}

export async function addEnrolment(
  { app }: Situation,
  workshopId: string,
  { status = "confirmed", participantId }: EnrolmentChange,
): Promise<string> {
  const id = newId();
  const offeredUntil = status === "offered" ? new Date(app.clock.now().getTime() + 86_400_000) : null;
  await app.db.run(sql`
    insert into enrollments (id, workshop_id, participant_id, enrollment_status, offered_until)
    values (${id}::uuid, ${workshopId}::uuid, ${participantId}::uuid, ${status}, ${offeredUntil})`);
  return id;
}

export interface Questionnaire {
  id: string;
  workshopId: string;
}

/** A questionnaire of a workshop; both are in the caller's relation to them. */
export async function addQuestionnaire(
  situation: Situation,
  status: "draft" | "published" = "draft",
  { identityMode = "identified", audience = "confirmed" }: Partial<QuestionnaireSettings> = {},
): Promise<Questionnaire> {
  const { id: workshopId } = await addWorkshop(situation, "published");
  const id = newId();
  const content = JSON.stringify(questionnaireContent());
  const version = status === "published" ? 1 : null;
  await situation.app.db.transaction(async (tx) => {
    await tx.run(sql`
      insert into questionnaires (id, workshop_id, status, current_version, identity_mode, audience, created_by)
      values (${id}::uuid, ${workshopId}::uuid, ${status}, ${version}, ${identityMode}, ${audience}, ${ownerOf(situation)}::uuid)`);
    await tx.run(sql`
      insert into questionnaire_drafts (questionnaire_id, content) values (${id}::uuid, ${content}::jsonb)`);
    if (version === null) return;
    await tx.run(sql`
      insert into questionnaire_versions (questionnaire_id, number, languages, content)
      values (${id}::uuid, 1, '{en,pl}', ${content}::jsonb)`);
  });
  return { id, workshopId };
}

/** The answers that the questionnaires above take. */
export const answers = { first: true };

export async function addResponse(
  { app }: Situation,
  questionnaireId: string,
  { respondentId, status }: { respondentId: string | null; status: "draft" | "submitted" },
): Promise<string> {
  const id = newId();
  const day = "2027-01-15T00:00:00Z";
  await app.db.run(sql`
    insert into responses (id, questionnaire_id, version_number, respondent_id, status, language, answers, created_at,
      updated_at, submitted_at)
    values (${id}::uuid, ${questionnaireId}::uuid, 1, ${respondentId}::uuid, ${status}, 'en', ${JSON.stringify(answers)}::jsonb,
      ${day}, ${day}, ${status === "submitted" ? day : null})`);
  return id;
}
