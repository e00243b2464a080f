-- The results that were let out, and which responses they were computed from. A new release is made only when it differs
-- from the last by at least five respondents, so that no two outputs can be subtracted to get one person's answer.
create table result_releases (
  questionnaire_id uuid not null references questionnaires on delete cascade,
  number integer not null,
  response_ids uuid[] not null,
  results jsonb not null,
  released_at timestamptz not null default now(),
  primary key (questionnaire_id, number)
);
