import type { Db, Tx } from "../platform/db/database.ts";
import { sql } from "../platform/db/sql.ts";
import type * as rows from "./tables.ts";

export async function isEmpty(db: Db): Promise<boolean> {
  return (await db.maybe(sql`select 1 as one from people limit 1`)) === undefined;
}

/** Lets two processes that start at once not both seed. */
export async function lockSeeding(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('demo content'))`);
}

export async function insertPeople(tx: Tx, people: rows.PersonRow[]): Promise<void> {
  await tx.run(sql`
    insert into people (id, name, email, email_verified, role, language, created_at, updated_at)
    select r.id, r.name, r.email, true, r.role, r.language, r."createdAt", r."createdAt"
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as r (id uuid, name text, email text, role text,
      language text, "createdAt" timestamptz)`);
}

export async function insertPasswords(tx: Tx, passwords: rows.PasswordRow[]): Promise<void> {
  await tx.run(sql`
    insert into sign_in_methods (id, person_id, account_id, provider_id, password, created_at, updated_at)
    select r.id, r."personId", r."personId"::text, 'credential', r."passwordHash", r."createdAt", r."createdAt"
    from jsonb_to_recordset(${JSON.stringify(passwords)}::jsonb) as r (id uuid, "personId" uuid, "passwordHash" text,
      "createdAt" timestamptz)`);
}

export interface MadeBy {
  createdBy: string;
  at: Date;
}

export async function insertFacilitators(tx: Tx, list: rows.FacilitatorRow[], by: MadeBy): Promise<void> {
  await tx.run(sql`
    insert into facilitators (id, person_id, name, bio, created_by, created_at)
    select r.id, r."personId", r.name, r.bio, ${by.createdBy}::uuid, ${by.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r (id uuid, "personId" uuid, name text, bio jsonb)`);
}

export async function insertLocations(tx: Tx, list: rows.LocationRow[], by: MadeBy): Promise<void> {
  await tx.run(sql`
    insert into locations (id, name, address, city, notes, created_by, created_at)
    select r.id, r.name, r.address, r.city, r.notes, ${by.createdBy}::uuid, ${by.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r (id uuid, name text, address text, city text, notes jsonb)`);
}

/** The live rows as publishing both languages of the draft leaves them, with the draft and its two revisions. */
export async function insertWorkshops(tx: Tx, list: rows.WorkshopRow[], createdBy: string): Promise<void> {
  const linesOf = (field: "objectives" | "requirements") => sql`(
    select jsonb_build_object('en', jsonb_agg(line -> 'en' order by number), 'pl', jsonb_agg(line -> 'pl' order by number))
    from jsonb_array_elements(r.content -> ${field}::text) with ordinality as lines (line, number))`;
  const given = sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r (id uuid, "slugEn" text, "slugPl" text,
    content jsonb, "createdAt" timestamptz, "publishedAt" timestamptz)`;
  await tx.run(sql`
    insert into workshops (id, status, published_languages, slug_en, slug_pl, title, subtitle, summary, description,
      objectives, requirements, tag_codes, category, capacity, has_waiting_list, needs_approval, confirms_at_once,
      price_cents, currency, time_zone, location_id, online_url, starts_at, ends_at, created_by, created_at, updated_at,
      published_at)
    select r.id, 'published', '{en,pl}', r."slugEn", r."slugPl", c.title, c.subtitle, c.summary, c.description,
      ${linesOf("objectives")}, ${linesOf("requirements")}, c."tagCodes", c.category, c.capacity, c."hasWaitingList",
      c."needsApproval", c."confirmsAtOnce", c."priceCents", c.currency, c."timeZone", c."locationId", c."onlineUrl",
      edges.first, edges.last, ${createdBy}::uuid, r."createdAt", r."publishedAt", r."publishedAt"
    from ${given}
    cross join lateral jsonb_to_record(r.content) as c (title jsonb, subtitle jsonb, summary jsonb, description jsonb,
      "tagCodes" text[], category text, capacity integer, "hasWaitingList" boolean, "needsApproval" boolean,
      "confirmsAtOnce" boolean, "priceCents" integer, currency text, "timeZone" text, "locationId" uuid, "onlineUrl" text)
    cross join lateral (select min((s ->> 'startsAt')::timestamptz) as first, max((s ->> 'endsAt')::timestamptz) as last
      from jsonb_array_elements(r.content -> 'sessions') as s) as edges`);
  await tx.run(sql`
    insert into workshop_drafts (workshop_id, content, updated_by, updated_at)
    select r.id, r.content, ${createdBy}::uuid, r."createdAt" from ${given}`);
  await tx.run(sql`
    insert into workshop_revisions (workshop_id, number, language, content, draft_version, published_by, published_at)
    select r.id, p.number, p.language, r.content, 1, ${createdBy}::uuid, r."publishedAt"
    from ${given} cross join (values (1, 'en'), (2, 'pl')) as p (number, language)`);
}

/** The sessions of all drafts, with their facilitators booked. */
export async function insertSessions(tx: Tx): Promise<void> {
  await tx.run(sql`
    insert into sessions (id, workshop_id, position, title, description, starts_at, ends_at, location_id, online_url, capacity)
    select s.id, d.workshop_id, list.number - 1, s.title, s.description, s."startsAt", s."endsAt",
      coalesce(s."locationId", case when s."onlineUrl" is null then (d.content ->> 'locationId')::uuid end),
      s."onlineUrl", s.capacity
    from workshop_drafts d
    cross join lateral jsonb_array_elements(d.content -> 'sessions') with ordinality as list (session, number)
    cross join lateral jsonb_to_record(list.session) as s (id uuid, title jsonb, description jsonb, "startsAt" timestamptz,
      "endsAt" timestamptz, "locationId" uuid, "onlineUrl" text, capacity integer)`);
  await tx.run(sql`
    insert into workshop_facilitators (workshop_id, facilitator_id, part, position)
    select d.workshop_id, (list.facilitator ->> 'facilitatorId')::uuid, list.facilitator ->> 'part', list.number
    from workshop_drafts d
    cross join lateral jsonb_array_elements(d.content -> 'facilitators') with ordinality as list (facilitator, number)`);
  await tx.run(sql`
    insert into session_facilitators (session_id, facilitator_id, during)
    select s.id, wf.facilitator_id, tstzrange(s.starts_at, s.ends_at)
    from sessions s join workshop_facilitators wf on wf.workshop_id = s.workshop_id`);
}

/** In the order given, which is the order of arrival. */
export async function insertEnrolments(tx: Tx, list: rows.EnrolmentRow[]): Promise<void> {
  await tx.run(sql`
    insert into enrollments (id, workshop_id, participant_id, enrollment_status, confirmed_at, closed_at, created_at, updated_at)
    select r.id, r."workshopId", r."participantId", r.status, r."confirmedAt", r."closedAt", r."createdAt", r."updatedAt"
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r (id uuid, "workshopId" uuid, "participantId" uuid,
      status text, "confirmedAt" timestamptz, "closedAt" timestamptz, "createdAt" timestamptz, "updatedAt" timestamptz)
    order by r."createdAt"`);
}

/** Published questionnaires, with their draft and the first version. */
export async function insertQuestionnaires(tx: Tx, list: rows.QuestionnaireRow[], createdBy: string): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r (id uuid, "workshopId" uuid, "identityMode" text,
    audience text, content jsonb, "opensAt" timestamptz, "closesAt" timestamptz, "createdAt" timestamptz,
    "publishedAt" timestamptz)`;
  await tx.run(sql`
    insert into questionnaires (id, workshop_id, status, current_version, identity_mode, audience, opens_at, closes_at,
      created_by, created_at, updated_at, published_at)
    select r.id, r."workshopId", 'published', 1, r."identityMode", r.audience, r."opensAt", r."closesAt",
      ${createdBy}::uuid, r."createdAt", r."publishedAt", r."publishedAt"
    from ${given}`);
  await tx.run(sql`
    insert into questionnaire_drafts (questionnaire_id, content, updated_by, updated_at)
    select r.id, r.content, ${createdBy}::uuid, r."createdAt" from ${given}`);
  await tx.run(sql`
    insert into questionnaire_versions (questionnaire_id, number, languages, content, published_by, published_at)
    select r.id, 1, '{en,pl}', r.content, ${createdBy}::uuid, r."publishedAt" from ${given}`);
}

/** As an autosave and then the submission leave them. */
export async function insertResponses(tx: Tx, list: rows.ResponseRow[]): Promise<void> {
  await tx.run(sql`
    insert into responses (id, questionnaire_id, version_number, respondent_id, enrollment_id, status, language, answers,
      revision, created_at, updated_at, submitted_at)
    select r.id, r."questionnaireId", 1, r."respondentId", r."enrolmentId", 'submitted', r.language, r.answers,
      2, r."createdAt", r."submittedAt", r."submittedAt"
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r (id uuid, "questionnaireId" uuid, "respondentId" uuid,
      "enrolmentId" uuid, language text, answers jsonb, "createdAt" timestamptz, "submittedAt" timestamptz)`);
}

export async function insertConsents(tx: Tx, list: rows.ConsentRow[]): Promise<void> {
  await tx.run(sql`
    insert into response_consents
      (questionnaire_id, response_id, question_code, purpose, text_hash, is_granted, decided_at)
    select r.questionnaire_id, r.id, c."questionCode", c.purpose, c."textHash", c."isGranted", c."decidedAt"
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as c ("responseId" uuid, "questionCode" text, purpose text,
      "textHash" text, "isGranted" boolean, "decidedAt" timestamptz)
    join responses r on r.id = c."responseId"`);
}

export async function refreshStatistics(tx: Tx): Promise<void> {
  await tx.run(sql`select refresh_workshop_statistics()`);
}
