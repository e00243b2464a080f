-- The results that were let out. Only the newest release keeps its figures: what came before is history without content.
create table result_releases (
  questionnaire_id uuid not null references questionnaires on delete cascade,
  number integer not null check (number > 0),
  respondents integer not null check (respondents >= 5),
  figures jsonb,
  released_at timestamptz not null,
  primary key (questionnaire_id, number)
);

-- Who was in which release: everybody enters once and may leave once. A new release has at least five members who entered
-- with it, so that no releases can be subtracted to get fewer people (decision 0008).
create table result_release_members (
  questionnaire_id uuid not null references questionnaires on delete cascade,
  -- No foreign key: that somebody was in a release must be remembered after the response itself is erased.
  response_id uuid not null,
  entered_in integer not null,
  -- The first release made without the withdrawn response.
  left_in integer,
  primary key (questionnaire_id, response_id)
);
