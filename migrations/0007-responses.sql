create table responses (
  -- Made by the respondent's browser, so that a retry or a second tab never makes a second response. Of an anonymous
  -- response only a hash of it is kept here.
  id uuid primary key,
  questionnaire_id uuid not null references questionnaires,
  version_number integer not null,
  -- Both null in an anonymous questionnaire.
  respondent_id uuid references people,
  enrollment_id uuid references enrollments,
  status text not null default 'draft' check (status in ('draft', 'submitted', 'withdrawn')),
  language text not null check (language in ('en', 'pl')),
  answers jsonb not null default '{}',
  -- Counts saves; a save based on an older revision is refused instead of overwriting.
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  submitted_at timestamptz,
  foreign key (questionnaire_id, version_number) references questionnaire_versions (questionnaire_id, number),
  constraint response_withdrawn_is_empty check (status <> 'withdrawn' or answers = '{}'),
  constraint response_enrolment_has_person check (enrollment_id is null or respondent_id is not null),
  -- Whoever has no name has no hour either: only the day is kept.
  constraint response_anonymous_has_no_hour check (respondent_id is not null or (
    extract(epoch from created_at) % 86400 = 0 and extract(epoch from updated_at) % 86400 = 0
    and (submitted_at is null or extract(epoch from submitted_at) % 86400 = 0)))
);
create unique index responses_one_per_person on responses (questionnaire_id, respondent_id)
  where respondent_id is not null and status <> 'withdrawn';
create index responses_submitted on responses (questionnaire_id, submitted_at) where status = 'submitted';
create index responses_respondent on responses (respondent_id, created_at desc, id desc) where respondent_id is not null;
-- Named by the performance guide (section 1.1).
create index idx_responses_questionnaire_created on responses (questionnaire_id, created_at desc);

-- That someone took part in an anonymous questionnaire: shares no key with the responses, and keeps the day only.
create table questionnaire_participations (
  questionnaire_id uuid not null references questionnaires,
  person_id uuid not null references people,
  day date not null,
  primary key (questionnaire_id, person_id)
);

-- What a respondent agreed to: the purpose, and a hash of the exact words shown.
create table response_consents (
  response_id uuid not null references responses on delete cascade,
  question_code text not null,
  purpose text not null check (purpose in ('processing', 'ai_local', 'ai_external', 'quote')),
  text_hash text not null,
  is_granted boolean not null,
  decided_at timestamptz not null,
  primary key (response_id, question_code)
);
