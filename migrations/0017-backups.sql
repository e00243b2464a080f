-- Each backup that was tried, for those who ask how old the newest is. Left out of backups themselves: after a restore
-- an installation has none of its own yet.
create table backup_runs (
  id uuid primary key,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  -- Null when no backup came of it; `error` then says why.
  name text,
  place text not null,
  bytes bigint,
  -- When it had been restored into a database that was thrown away, and every row counted.
  verified_at timestamptz,
  -- Why it was only read through and not restored, where making a database is not allowed.
  note text,
  error text,
  constraint backup_or_error check ((name is null) = (error is not null))
);
create index backup_runs_finished on backup_runs (finished_at desc);
