import { type Language, otherLanguage } from "../../../shared/kernel/locale.ts";
import { type Sql, sql } from "../../platform/db/sql.ts";

const literals: Record<Language, Sql> = { en: sql`'en'`, pl: sql`'pl'` };

/** A language as part of the statement's text: one prepared statement for each. */
export const literal = (language: Language): Sql => literals[language];

/** A timestamp as the wire writes it. */
export const iso = (column: Sql): Sql => sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A timestamp with all its digits, for cursors. */
export const isoExact = (column: Sql): Sql =>
  sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** A localised text as the reader of the language gets it: `{text, language}`, or null. */
export function readText(column: Sql, language: Language): Sql {
  const own = literal(language);
  const other = literal(otherLanguage(language));
  return sql`case
    when ${column} ? ${own} then jsonb_build_object('text', ${column} ->> ${own}, 'language', ${own})
    when ${column} ? ${other} then jsonb_build_object('text', ${column} ->> ${other}, 'language', ${other})
  end`;
}

/** How many seats of the workshop `w` are held. */
export const seatsTaken: Sql = sql`(select count(*)::int from enrollments e
  where e.workshop_id = w.id and e.enrollment_status in ('confirmed', 'offered', 'completed') and e.deleted_at is null)`;

/** How many people wait for a seat of the workshop `w`. */
export const peopleWaiting: Sql = sql`(select count(*)::int from enrollments e
  where e.workshop_id = w.id and e.enrollment_status = 'waitlisted' and e.deleted_at is null)`;

/** Whether the workshop `w` was made by the person, or has them as a facilitator in its draft or on its public page. */
export const isOwn = (personId: string | null): Sql => sql`(
  w.created_by = ${personId}::uuid
  or exists (select 1 from workshop_facilitators wf join facilitators f on f.id = wf.facilitator_id
    where wf.workshop_id = w.id and f.person_id = ${personId}::uuid and f.deleted_at is null)
  or exists (select 1 from workshop_drafts own cross join jsonb_array_elements(own.content -> 'facilitators') as part
    join facilitators f on f.id = (part ->> 'facilitatorId')::uuid
    where own.workshop_id = w.id and f.person_id = ${personId}::uuid and f.deleted_at is null)
)`;

/** The ids of all workshops that are the person's own in the sense of `isOwn`; for lists, which would ask it of every row. */
export const ownIds = (personId: string): Sql => sql`(
  select own.id from workshops own where own.created_by = ${personId}::uuid and own.deleted_at is null
  union select wf.workshop_id from workshop_facilitators wf join facilitators f on f.id = wf.facilitator_id
    where f.person_id = ${personId}::uuid and f.deleted_at is null
  union select own.workshop_id from workshop_drafts own join facilitators f on draft_facilitators(own.content) @> array[f.id]
    where f.person_id = ${personId}::uuid and f.deleted_at is null
)`;

/** Whether lists and searches may show the workshop `w`. */
export const isListed: Sql = sql`w.status = 'published' and w.deleted_at is null`;

/** Whether the workshop `w` is in the indexes of what is to come, as its condition in them says it. */
export const isNotPutAway: Sql = sql`w.put_away_end is distinct from w.ends_at`;

/** Whether the workshop `w` has a public page. */
export const isPublic: Sql = sql`(w.deleted_at is null and w.status in ('published', 'cancelled') and w.published_languages <> '{}')`;
