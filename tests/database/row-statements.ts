import { methods, topics } from "./words.ts";

/** How many rows there will be. */
export interface Amounts {
  workshops: number;
  enrolments: number;
  responses: number;
}

/** The id of the row with a number. Ids grow with the numbers, as the product's own grow with time. */
export const rowId = (kind: Kind, number: number): string =>
  `${kinds[kind]}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

/** The same in SQL. */
const idOf = (kind: Kind, number: string): string =>
  `('${kinds[kind]}-0000-7000-8000-' || lpad(to_hex((${number})::int), 12, '0'))::uuid`;

type Kind = keyof typeof kinds;
const kinds = {
  person: "01900001",
  workshop: "01900002",
  session: "01900003",
  enrolment: "01900004",
  questionnaire: "01900005",
  response: "01900006",
};

/** People, and questionnaires with a hundred responses each. */
const peopleFor = ({ workshops }: Amounts): number => workshops;
const questionnairesFor = ({ responses }: Amounts): number => Math.ceil(responses / 100);
/** A number without common factors with the amount of people: consecutive rows belong to different people. */
const stride = 7919;

const textArray = (values: readonly string[]) => `array[${values.map((value) => `'${value}'`).join(",")}]`;
const pick = (values: readonly (readonly [string, string])[], side: 0 | 1, index: string) =>
  `(${textArray(values.map((pair) => pair[side]))})[1 + (${index})]`;

/** The days before and after `now` on which workshops are: a tenth of them is still to come. */
const daysBehind = 1800;
const daysAhead = 200;

export const insertPeople = (amounts: Amounts): string => `
  insert into people (id, name, email, email_verified, created_at)
  select ${idOf("person", "i")}, 'Person ' || i, 'person-' || i || '@example.org', true, '2021-01-01Z'
  from generate_series(0, ${peopleFor(amounts) - 1}) i`;

const polish = {
  subtitle: "'Praktyczny warsztat'",
  summary: (about: string) => `'Ćwiczymy wspólnie: ' || ${about}`,
  description: (about: string) =>
    `'Przynieś własne pytanie. Zaczynamy od ćwiczeń: ' || ${about} || ', a kończymy planem na kolejny tydzień.'`,
};

/** What of the Polish words that are searched is the same for each topic and method: all but the number in the title. */
function polishWords(): string {
  const stems = (text: string) => `to_tsvector('simple', pl_stem_v1(${text}))`;
  const rest = [
    `setweight(${stems(polish.subtitle)}, 'B')`,
    `setweight(${stems(polish.summary("pl"))}, 'C')`,
    `setweight(${stems(`jsonb_build_array(${polish.description("pl")})::text`)}, 'D')`,
  ];
  return `
    select topic - 1 as topic, method - 1 as method, ${stems("pl")} as title, ${rest.join(" || ")} as rest
    from unnest(${textArray(topics.map(([, pl]) => pl))}) with ordinality as topics (topic_pl, topic)
    cross join unnest(${textArray(methods.map(([, pl]) => pl))}) with ordinality as methods (method_pl, method)
    cross join lateral (select topic_pl || ' ' || method_pl as pl) texts`;
}

/** As the nightly job leaves them: what is over is put away. Every text differs: a topic, a method, a number, and sentences about them. */
export function insertWorkshops({ workshops }: Amounts, { from, to, now }: { from: number; to: number; now: string }) {
  const topic = (side: 0 | 1) => pick(topics, side, `i % ${topics.length}`);
  const method = (side: 0 | 1) => pick(methods, side, `i / ${topics.length} % ${methods.length}`);
  return `
    with words as materialized (${polishWords()})
    insert into workshops (id, status, published_languages, slug_en, slug_pl, title, subtitle, summary, description,
      objectives, tag_codes, capacity, starts_at, ends_at, created_by, created_at, updated_at, published_at, deleted_at,
      put_away_end, search_vector_pl)
    select ${idOf("workshop", "i")}, status, case when status = 'draft' then '{}'::text[] else '{en,pl}'::text[] end,
      case when status <> 'draft' then 'workshop-' || i end, case when status <> 'draft' then 'warsztat-' || i end,
      jsonb_build_object('en', en || ' ' || i, 'pl', pl || ' ' || i),
      jsonb_build_object('en', 'A practical workshop', 'pl', ${polish.subtitle}),
      jsonb_build_object('en', 'We practise together: ' || en, 'pl', ${polish.summary("pl")}),
      jsonb_build_object(
        'en', ${documentOf(`'Bring a question of your own. We begin with ' || en || ' and end with a plan for the next week.'`)},
        'pl', ${documentOf(polish.description("pl"))}),
      '{"en": ["Ask better questions"], "pl": ["Lepiej pytać"]}',
      array[(array['team', 'communication', 'conflict', 'leadership', 'community'])[1 + i % 5], 'beginner'],
      8, starts, starts + interval '3 hours', ${idOf("person", "i % 50")}, starts - interval '60 days', starts - interval '30 days',
      case when status <> 'draft' then starts - interval '30 days' end,
      case when i % 97 = 0 then starts - interval '10 days' end,
      case when starts < '${now}'::timestamptz - interval '4 days' then starts + interval '3 hours' end,
      setweight(words.title || to_tsvector('simple', i::text), 'A') || words.rest
    from generate_series(${from}, ${to}) i
    cross join lateral (select
      case when i % 100 < 85 then 'published' when i % 100 < 92 then 'draft' when i % 100 < 97 then 'archived' else 'cancelled' end as status,
      ${topic(0)} || ' ' || ${method(0)} as en,
      ${topic(1)} || ' ' || ${method(1)} as pl,
      '${now}'::timestamptz - interval '${daysBehind} days' + i * interval '1 day' * ${(daysBehind + daysAhead) / workshops} as starts
    ) made
    join words on words.topic = i % ${topics.length} and words.method = i / ${topics.length} % ${methods.length}`;
}

const documentOf = (text: string) => `jsonb_build_object('type', 'doc', 'content', jsonb_build_array(
  jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', ${text})))))`;

export const insertDrafts = `
  insert into workshop_drafts (workshop_id, content, updated_by, updated_at)
  select id, jsonb_build_object('title', title, 'summary', summary, 'facilitators', '[]'::jsonb, 'sessions', '[]'::jsonb),
    created_by, updated_at
  from workshops`;

export const insertSessions = `
  insert into sessions (id, workshop_id, position, starts_at, ends_at)
  select ('01900003' || right(id::text, -8))::uuid, id, 0, starts_at, ends_at from workshops`;

/** Ten for each workshop of theirs, by ten different people; in some of the workshops two wait. */
export const insertEnrolments = (amounts: Amounts): string => `
  insert into enrollments (id, workshop_id, participant_id, enrollment_status, offered_until, created_at, updated_at)
  select ${idOf("enrolment", "i")}, w.id, ${idOf("person", `i::bigint * ${stride} % ${peopleFor(amounts)}`)}, made.status,
    case when made.status = 'offered' then w.starts_at end, w.created_at, w.created_at
  from generate_series(0, ${amounts.enrolments - 1}) i
  cross join lateral (select case i % 10 when 6 then 'completed' when 7 then 'waitlisted' when 8 then 'cancelled'
    when 9 then (array['pending', 'waitlisted', 'offered', 'declined'])[1 + i / 10 % 4] else 'confirmed' end as status) made
  join workshops w on w.id = ${idOf("workshop", `i / 10 % ${amounts.workshops}`)}`;

/** In one transaction: a questionnaire and its first version name each other. */
export const insertQuestionnaires = (amounts: Amounts): string => `
  insert into questionnaires (id, workshop_id, status, current_version, created_by, created_at, published_at)
  select ${idOf("questionnaire", "i")}, ${idOf("workshop", `i % ${amounts.workshops}`)}, 'published', 1, ${idOf("person", "i % 50")},
    '2026-01-01Z', '2026-01-02Z'
  from generate_series(0, ${questionnairesFor(amounts) - 1}) i;
  insert into questionnaire_versions (questionnaire_id, number, languages, content)
  select id, 1, '{en,pl}', '{"sections": []}' from questionnaires;
  insert into questionnaire_drafts (questionnaire_id, content)
  select id, '{"title": {"en": "After the workshop"}, "sections": []}' from questionnaires`;

export const insertResponses = (amounts: Amounts): string => `
  insert into responses (id, questionnaire_id, version_number, respondent_id, status, language, answers, revision,
    created_at, updated_at, submitted_at)
  select ${idOf("response", "i")}, ${idOf("questionnaire", `i % ${questionnairesFor(amounts)}`)}, 1,
    ${idOf("person", `(i / ${questionnairesFor(amounts)} * ${stride}::bigint + i) % ${peopleFor(amounts)}`)}, status,
    case when i % 3 = 0 then 'en' else 'pl' end,
    case when status = 'withdrawn' then '{}'
      else jsonb_build_object('q1', i % 5, 'q2', 'It helped me to ask, number ' || i, 'q3', jsonb_build_array('a', 'c')) end,
    1, at, at, case when status <> 'draft' then at end
  from generate_series(0, ${amounts.responses - 1}) i
  cross join lateral (select case when i % 20 < 13 then 'submitted' when i % 20 < 19 then 'draft' else 'withdrawn' end as status,
    '2026-01-03Z'::timestamptz + i * interval '2 minutes' as at) made`;
