-- People and how they sign in. Column names follow the sign-in library's fields, in snake case.
create table people (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  email text not null,
  email_verified boolean not null default false,
  image text,
  role text not null default 'participant' check (role in ('participant', 'facilitator', 'moderator', 'editor', 'admin')),
  language text not null default 'en' check (language in ('en', 'pl')),
  suspended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index people_email_key on people (lower(email));

create table login_sessions (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index login_sessions_person on login_sessions (person_id);

create table sign_in_methods (
  id uuid primary key,
  person_id uuid not null references people on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index sign_in_methods_person on sign_in_methods (person_id);

create table verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on verifications (identifier);

-- Failed sign-ins, kept only to slow a guesser down. Both subjects are keyed hashes, never the address itself.
create table sign_in_failures (
  subject text not null,
  failed_at timestamptz not null
);
create index sign_in_failures_subject on sign_in_failures (subject, failed_at desc);
