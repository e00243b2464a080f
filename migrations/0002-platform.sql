-- Answers of finished POSTs, so that a retry with the same Idempotency-Key gets the first answer again.
create table idempotency_keys (
  scope text not null,
  key text not null,
  request_hash text not null,
  status integer,
  body text,
  created_at timestamptz not null default now(),
  primary key (scope, key)
);
create index idempotency_keys_created on idempotency_keys (created_at);

-- Who did what, when. Rows are only ever added; details never hold names, addresses or answers.
create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  details jsonb not null default '{}'
);
create index audit_log_at on audit_log (at desc);
create index audit_log_subject on audit_log (subject_type, subject_id);

-- Facts about this installation, such as whether the first-run page is done.
create table settings (
  name text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);
