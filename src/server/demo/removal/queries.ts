import type { Db, Tx } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";
import { forget, lockKept } from "../../platform/kept-values/queries.ts";

/** What seeding made, by its ids. Rows that belong to one of these only (sessions, drafts, passwords) are not listed. */
export interface DemoContent {
  people: string[];
  workshops: string[];
  facilitators: string[];
  locations: string[];
  questionnaires: string[];
  responses: string[];
}

const name = "demo.content";

/** Remembers what has just been made: all that these people have made, who are as new as it. */
export async function recordContent(tx: Tx, people: string[], at: Date): Promise<void> {
  const made = sql`created_by = any(${people}::uuid[])`;
  await tx.run(sql`
    insert into settings (name, value, updated_at)
    values (${name}, jsonb_build_object(
      'people', to_jsonb(${people}::uuid[]),
      'workshops', (select jsonb_agg(id) from workshops where ${made}),
      'facilitators', (select jsonb_agg(id) from facilitators where ${made}),
      'locations', (select jsonb_agg(id) from locations where ${made}),
      'questionnaires', (select jsonb_agg(id) from questionnaires where ${made}),
      'responses', (select jsonb_agg(r.id) from responses r join questionnaires q on q.id = r.questionnaire_id where q.${made})),
      ${at})`);
}

/** Undefined where there is no demo, or none that was recorded. The record is locked until the transaction ends. */
export const findContent = (tx: Tx): Promise<DemoContent | undefined> => lockKept(tx, name);

/** Whether somebody has removed the demo, and so does not want it back at the next start. */
export async function wasDemoRemoved(db: Db): Promise<boolean> {
  const entry = await db.maybe(sql`
    select 1 as one from audit_log
    where subject_type = 'installation' and subject_id = 'demo' and action = 'demo.removed' limit 1`);
  return entry !== undefined;
}

/** Makes whoever wants a seat wait, or an answer's workshop. */
export async function lockWorkshops(tx: Tx, { workshops }: DemoContent): Promise<void> {
  await tx.run(sql`select 1 from workshops where id = any(${workshops}::uuid[]) order by id for update`);
}

/** What hangs on the demo and is not of it. */
export interface Ties {
  /** In its workshops, of other people. */
  enrolments: number;
  /** To its questionnaires, from anybody but its people as they were made. */
  answers: number;
  /** Other questionnaires for its workshops. */
  questionnaires: number;
  /** Seats, and places in line, that its people have in other workshops. */
  seatsElsewhere: number;
  /** Workshops and questionnaires that were made since with its accounts. */
  madeSince: number;
}

export function countTies(tx: Tx, { people, workshops, questionnaires, responses }: DemoContent): Promise<Ties> {
  const isIn = (ids: string[]) => sql`= any(${ids}::uuid[])`;
  return tx.one<Ties>(sql`
    select
      (select count(*)::int from enrollments
        where workshop_id ${isIn(workshops)} and not participant_id ${isIn(people)}) as enrolments,
      (select count(*)::int from responses where questionnaire_id ${isIn(questionnaires)} and not id ${isIn(responses)}
        and (respondent_id is null or not respondent_id ${isIn(people)})) as answers,
      (select count(*)::int from questionnaires where workshop_id ${isIn(workshops)}
        and not id ${isIn(questionnaires)} and deleted_at is null) as questionnaires,
      (select count(*)::int from enrollments where participant_id ${isIn(people)} and not workshop_id ${isIn(workshops)}
        and enrollment_status in ('pending', 'confirmed', 'waitlisted', 'offered') and deleted_at is null) as "seatsElsewhere",
      (select count(*)::int from workshops where created_by ${isIn(people)} and not id ${isIn(workshops)})
        + (select count(*)::int from questionnaires where created_by ${isIn(people)} and not id ${isIn(questionnaires)})
        as "madeSince"`);
}

/** The administrator who has been here longest and is not of the demo. */
export async function findOwnAdmin(tx: Tx, { people }: DemoContent): Promise<string | undefined> {
  const row = await tx.maybe<{ id: string }>(sql`
    select id from people where role = 'admin' and suspended_at is null and not id = any(${people}::uuid[])
    order by created_at, id limit 1`);
  return row?.id;
}

export async function handOver(tx: Tx, { people, workshops, questionnaires }: DemoContent, to: string): Promise<void> {
  const isLeft = (ids: string[]) => sql`created_by = any(${people}::uuid[]) and not id = any(${ids}::uuid[])`;
  await tx.run(sql`update workshops set created_by = ${to}::uuid where ${isLeft(workshops)}`);
  await tx.run(sql`update questionnaires set created_by = ${to}::uuid where ${isLeft(questionnaires)}`);
}

/** Answers, seats, questionnaires and workshops. */
export async function deleteWorkshops(tx: Tx, content: DemoContent): Promise<void> {
  const { people, workshops, questionnaires } = content;
  const inWorkshops = sql`workshop_id = any(${workshops}::uuid[])`;
  const toQuestionnaires = sql`questionnaire_id = any(${questionnaires}::uuid[])`;
  const ofPeople = sql`any(${people}::uuid[])`;
  await tx.run(sql`delete from responses where ${toQuestionnaires} or respondent_id = ${ofPeople}`);
  await tx.run(sql`delete from questionnaire_participations where ${toQuestionnaires} or person_id = ${ofPeople}`);
  // What is left are questionnaires in the bin, which keep their answers until the bin is emptied.
  await tx.run(sql`
    update responses set enrollment_id = null
    where enrollment_id in (select id from enrollments where ${inWorkshops} or participant_id = ${ofPeople})`);
  await tx.run(sql`delete from enrollments where ${inWorkshops} or participant_id = ${ofPeople}`);
  await tx.run(sql`delete from questionnaires where id = any(${questionnaires}::uuid[])`);
  await tx.run(sql`update questionnaires set workshop_id = null where ${inWorkshops}`);
  await tx.run(sql`delete from workshops where id = any(${workshops}::uuid[])`);
}

/** Facilitators and places, but for those that a workshop which stays needs. Says how many of them stay. */
export async function deleteUnused(tx: Tx, { facilitators, locations }: DemoContent): Promise<{ kept: number }> {
  const gone = await tx.run(sql`
    delete from facilitators f where f.id = any(${facilitators}::uuid[])
      and not exists (select 1 from workshop_facilitators w where w.facilitator_id = f.id)
      and not exists (select 1 from session_facilitators s where s.facilitator_id = f.id)
      and not exists (select 1 from workshop_drafts d where draft_facilitators(d.content) @> array[f.id])`);
  const places = await tx.run(sql`
    delete from locations l where l.id = any(${locations}::uuid[])
      and not exists (select 1 from workshops w where w.location_id = l.id)
      and not exists (select 1 from sessions s where s.location_id = l.id)
      and not exists (select 1 from workshop_drafts d where d.content ->> 'locationId' = l.id::text
        or jsonb_path_exists(d.content, '$.sessions[*].locationId ? (@ == $id)', jsonb_build_object('id', l.id)))`);
  return { kept: facilitators.length - gone + locations.length - places };
}

/** The people, with their ways to sign in, and the record of it all. */
export async function deletePeople(tx: Tx, { people }: DemoContent): Promise<void> {
  await tx.run(sql`delete from verifications where value::jsonb ->> 'personId' = any(${people}::text[])`);
  await tx.run(sql`delete from people where id = any(${people}::uuid[])`);
  await forget(tx, name);
}
