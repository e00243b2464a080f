-- What needs a person. A row begins as a suspicion (raised_at is null) and becomes an alert once it has lasted.
create table alerts (
  id uuid primary key,
  type text not null,
  -- What the rule was about, such as the check 'replica-1'; empty where there is only one.
  subject text not null default '',
  severity text not null check (severity in ('info', 'warning', 'critical')),
  value double precision,
  threshold double precision,
  first_seen_at timestamptz not null,
  raised_at timestamptz,
  updated_at timestamptz not null,
  -- Since when the condition has been gone; null while it is there.
  clear_since timestamptz,
  sightings integer not null default 1 check (sightings >= 1),
  acknowledged_at timestamptz,
  acknowledged_by uuid references people on delete set null,
  resolved_at timestamptz,
  -- What those on call were told last, and when.
  told_severity text check (told_severity in ('info', 'warning', 'critical')),
  told_at timestamptz,
  -- Something about it waits for the end of the quiet hours.
  is_held boolean not null default false,
  -- Resolved, and nothing is left to tell.
  is_settled boolean not null default false,
  check (resolved_at is null or raised_at is not null),
  check (not is_settled or resolved_at is not null)
);
-- Whatever several processes see at once, it is one alert.
create unique index alerts_one_living on alerts (type, subject) where resolved_at is null;
create index alerts_unsettled on alerts (type) where not is_settled;
create index alerts_newest on alerts (raised_at desc, id desc) where raised_at is not null;
create index alerts_resolved on alerts (resolved_at) where is_settled;
