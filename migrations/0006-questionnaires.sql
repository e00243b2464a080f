create table questionnaires (
  id uuid primary key,
  workshop_id uuid references workshops,
  status text not null default 'draft' check (status in ('draft', 'published', 'closed')),
  -- The version people answer now; null until the first publish.
  current_version integer,
  identity_mode text not null default 'identified' check (identity_mode in ('identified', 'anonymous')),
  audience text not null default 'confirmed' check (audience in ('anyone', 'enrolled', 'confirmed')),
  opens_at timestamptz,
  closes_at timestamptz,
  created_by uuid not null references people,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  deleted_at timestamptz
);
create index questionnaires_workshop on questionnaires (workshop_id) where deleted_at is null;
create index questionnaires_created_by on questionnaires (created_by) where deleted_at is null;

create table questionnaire_drafts (
  questionnaire_id uuid primary key references questionnaires on delete cascade,
  content jsonb not null,
  version integer not null default 1,
  updated_by uuid references people on delete set null,
  updated_at timestamptz not null default now()
);

-- A published version is frozen: no row here is ever changed.
create table questionnaire_versions (
  questionnaire_id uuid not null references questionnaires on delete cascade,
  number integer not null,
  languages text[] not null,
  content jsonb not null,
  published_by uuid references people on delete set null,
  published_at timestamptz not null default now(),
  primary key (questionnaire_id, number)
);
