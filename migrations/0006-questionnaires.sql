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
  deleted_at timestamptz,
  constraint questionnaire_published_version check ((status = 'draft') = (current_version is null)),
  constraint questionnaire_closes_after_opening check (closes_at > opens_at)
);
create index questionnaires_workshop on questionnaires (workshop_id) where deleted_at is null;
create index questionnaires_created_by on questionnaires (created_by) where deleted_at is null;
create index questionnaires_updated on questionnaires (updated_at desc, id desc) where deleted_at is null;

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
  number integer not null check (number >= 1),
  languages text[] not null,
  content jsonb not null,
  published_by uuid references people on delete set null,
  published_at timestamptz not null default now(),
  primary key (questionnaire_id, number)
);
alter table questionnaires add constraint questionnaire_current_version
  foreign key (id, current_version) references questionnaire_versions (questionnaire_id, number) deferrable initially deferred;

create function refuse_change_of_version() returns trigger language plpgsql as $$
begin
  raise exception 'a published questionnaire version is frozen' using errcode = 'restrict_violation';
end
$$;
-- Forgetting who published it (their account is erased) is all that may happen to a version.
create trigger questionnaire_versions_are_frozen before update on questionnaire_versions for each row
  when (row (old.questionnaire_id, old.number, old.languages, old.content, old.published_at)
    is distinct from row (new.questionnaire_id, new.number, new.languages, new.content, new.published_at)
    or new.published_by is not null)
  execute function refuse_change_of_version();
-- It goes only with its questionnaire: then the foreign key's own trigger deletes it, at depth 1.
create trigger questionnaire_versions_stay before delete on questionnaire_versions for each row
  when (pg_trigger_depth() = 0)
  execute function refuse_change_of_version();
