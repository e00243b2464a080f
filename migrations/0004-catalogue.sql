create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create table facilitators (
  id uuid primary key,
  person_id uuid references people on delete set null,
  name text not null check (length(name) between 1 and 120),
  bio jsonb not null default '{}',
  created_by uuid references people on delete set null,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
create unique index facilitators_person_key on facilitators (person_id) where deleted_at is null;

create table locations (
  id uuid primary key,
  name text not null check (length(name) between 1 and 160),
  address text not null default '',
  city text not null default '',
  notes jsonb not null default '{}',
  -- Null means always; else the first and last moment it may be booked.
  available_from timestamptz,
  available_until timestamptz,
  created_by uuid references people on delete set null,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);

create table tags (
  id uuid primary key,
  kind text not null check (kind in ('theme', 'skill', 'level', 'format', 'audience')),
  code text not null,
  name jsonb not null,
  unique (kind, code)
);
create unique index tags_code_key on tags (code);

insert into tags (id, kind, code, name)
select gen_random_uuid(), kind, code, jsonb_build_object('en', en, 'pl', pl)
from (values
  ('theme', 'team', 'Team', 'Zespół'),
  ('theme', 'communication', 'Communication', 'Komunikacja'),
  ('theme', 'conflict', 'Conflict and mediation', 'Konflikt i mediacje'),
  ('theme', 'leadership', 'Leadership', 'Przywództwo'),
  ('theme', 'wellbeing', 'Wellbeing', 'Dobrostan'),
  ('theme', 'creativity', 'Creativity', 'Kreatywność'),
  ('theme', 'community', 'Community', 'Społeczność'),
  ('theme', 'organisation', 'Organisation of work', 'Organizacja pracy'),
  ('theme', 'remote-work', 'Remote work', 'Praca zdalna'),
  ('theme', 'onboarding', 'Onboarding', 'Wdrażanie do pracy'),
  ('skill', 'facilitation', 'Facilitation', 'Facylitacja'),
  ('skill', 'listening', 'Listening', 'Słuchanie'),
  ('skill', 'feedback', 'Giving feedback', 'Informacja zwrotna'),
  ('skill', 'mediation', 'Mediation', 'Prowadzenie mediacji'),
  ('skill', 'self-awareness', 'Self-awareness', 'Samoświadomość'),
  ('skill', 'problem-solving', 'Problem solving', 'Rozwiązywanie problemów'),
  ('skill', 'planning', 'Planning', 'Planowanie'),
  ('level', 'beginner', 'Beginner', 'Początkujący'),
  ('level', 'intermediate', 'Intermediate', 'Średnio zaawansowany'),
  ('level', 'advanced', 'Advanced', 'Zaawansowany'),
  ('format', 'on-site', 'On site', 'Stacjonarnie'),
  ('format', 'online', 'Online', 'Online'),
  ('format', 'hybrid', 'Hybrid', 'Hybrydowo'),
  ('audience', 'everyone', 'Everyone', 'Dla wszystkich'),
  ('audience', 'teams', 'Whole teams', 'Całe zespoły'),
  ('audience', 'managers', 'Managers', 'Kadra kierownicza'),
  ('audience', 'neighbours', 'Neighbours', 'Sąsiedzi'),
  ('audience', 'educators', 'Educators', 'Osoby uczące')
) as vocabulary (kind, code, en, pl);

-- The live row: what the public site shows. Editing happens in workshop_drafts.
create table workshops (
  id uuid primary key,
  status text not null default 'draft' check (status in ('draft', 'published', 'archived', 'cancelled')),
  published_languages text[] not null default '{}',
  slug_en text,
  slug_pl text,
  title jsonb not null default '{}',
  subtitle jsonb not null default '{}',
  summary jsonb not null default '{}',
  description jsonb not null default '{}',
  -- description holds a rich-text document per language; these two hold a list of texts per language, so that publishing
  -- one language never moves the lines of the other.
  objectives jsonb not null default '{}',
  requirements jsonb not null default '{}',
  tag_codes text[] not null default '{}',
  category text,
  capacity integer check (capacity >= 1),
  has_waiting_list boolean not null default true,
  needs_approval boolean not null default false,
  -- True: a freed seat is confirmed at once; false: it is offered with a deadline.
  confirms_at_once boolean not null default false,
  price_cents integer check (price_cents >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null default 'Europe/Warsaw',
  location_id uuid references locations,
  online_url text,
  starts_at timestamptz,
  ends_at timestamptz,
  created_by uuid not null references people,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  deleted_at timestamptz,
  search_vector_en tsvector generated always as (
    setweight(to_tsvector('english', coalesce(title->>'en', '')), 'A') ||
    setweight(to_tsvector('english', coalesce(subtitle->>'en', '')), 'B') ||
    setweight(to_tsvector('english', coalesce(summary->>'en', '')), 'C') ||
    setweight(jsonb_to_tsvector('english', jsonb_path_query_array(description, '$.en.**.text'), '["string"]'), 'D')
  ) stored,
  search_vector_pl tsvector generated always as (
    setweight(to_tsvector('simple', pl_stem_v1(coalesce(title->>'pl', ''))), 'A') ||
    setweight(to_tsvector('simple', pl_stem_v1(coalesce(subtitle->>'pl', ''))), 'B') ||
    setweight(to_tsvector('simple', pl_stem_v1(coalesce(summary->>'pl', ''))), 'C') ||
    setweight(to_tsvector('simple', pl_stem_v1(jsonb_path_query_array(description, '$.pl.**.text')::text)), 'D')
  ) stored
);
create unique index workshops_slug_en_key on workshops (slug_en) where deleted_at is null;
create unique index workshops_slug_pl_key on workshops (slug_pl) where deleted_at is null;

-- The five indexes below and the two search columns above are named by the performance guide (sections 1.1 and 1.2).
create index idx_workshops_status_created_at on workshops (status, created_at desc) where deleted_at is null;
create index idx_workshops_published_at_desc on workshops (published_at desc) where status = 'published';
create index idx_workshops_search_en on workshops using gin (search_vector_en);
create index idx_workshops_search_pl on workshops using gin (search_vector_pl);
create index workshops_upcoming on workshops (starts_at, id) where status = 'published' and deleted_at is null;
create index workshops_tag_codes on workshops using gin (tag_codes);
create index workshops_created_by on workshops (created_by) where deleted_at is null;
create index workshops_title_trigrams on workshops using gin ((coalesce(title->>'en', '') || ' ' || coalesce(title->>'pl', '')) gin_trgm_ops);

-- Loads the library, so that its setting below is known also where the extension was there before.
do $$ begin perform similarity('a', 'b'); end $$;

-- Published workshops whose title holds something like the words: for typos and beginnings of words. A function, because
-- the threshold that the index works with is a setting.
create function search_workshop_titles(q text) returns table (id uuid, similarity real)
  language sql stable strict
  set pg_trgm.word_similarity_threshold = 0.4
  begin atomic
    select w.id, word_similarity(q, coalesce(w.title->>'en', '') || ' ' || coalesce(w.title->>'pl', ''))
    from workshops w
    where (coalesce(w.title->>'en', '') || ' ' || coalesce(w.title->>'pl', '')) %> left(q, 200)
      and w.status = 'published' and w.deleted_at is null
    -- Words that half of all titles share are no help, and comparing them all takes seconds.
    limit 300;
  end;

-- Addresses that a workshop had before; they redirect.
create table workshop_old_slugs (
  language text not null check (language in ('en', 'pl')),
  slug text not null,
  workshop_id uuid not null references workshops on delete cascade,
  replaced_at timestamptz not null default now(),
  primary key (language, slug)
);

-- What the editors are working on. `version` counts saves; `field_versions` says at which save each field last changed;
-- `stale_fields` lists, per language, the fields whose text in the other language was revised since.
create table workshop_drafts (
  workshop_id uuid primary key references workshops on delete cascade,
  content jsonb not null,
  version integer not null default 1,
  field_versions jsonb not null default '{}',
  stale_fields jsonb not null default '{}',
  updated_by uuid references people on delete set null,
  updated_at timestamptz not null default now()
);

-- Every publish of a language, numbered per workshop; content is the draft as it was published.
create table workshop_revisions (
  workshop_id uuid not null references workshops on delete cascade,
  number integer not null,
  language text not null check (language in ('en', 'pl')),
  content jsonb not null,
  draft_version integer not null,
  published_by uuid references people on delete set null,
  published_at timestamptz not null default now(),
  primary key (workshop_id, number)
);

create table sessions (
  id uuid primary key,
  workshop_id uuid not null references workshops on delete cascade,
  position integer not null,
  title jsonb not null default '{}',
  description jsonb not null default '{}',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  location_id uuid references locations,
  online_url text,
  capacity integer check (capacity >= 1),
  -- False once the workshop is cancelled, archived or deleted: its places are free for others again.
  is_held boolean not null default true,
  created_at timestamptz not null default now(),
  constraint session_ends_after_start check (ends_at > starts_at),
  -- Deferrable, so that one publish may swap the times of two sessions.
  constraint session_location_free exclude using gist (location_id with =, tstzrange(starts_at, ends_at) with &&)
    where (is_held) deferrable initially immediate
);
create index sessions_workshop on sessions (workshop_id, starts_at);

create table workshop_facilitators (
  workshop_id uuid not null references workshops on delete cascade,
  facilitator_id uuid not null references facilitators,
  part text not null default 'lead' check (part in ('lead', 'assistant', 'guest')),
  position integer not null default 0,
  primary key (workshop_id, facilitator_id)
);
create index workshop_facilitators_facilitator on workshop_facilitators (facilitator_id);

-- One row per facilitator and session, so that the database itself refuses to double-book a person.
create table session_facilitators (
  session_id uuid not null references sessions on delete cascade,
  facilitator_id uuid not null references facilitators,
  during tstzrange not null,
  primary key (session_id, facilitator_id),
  constraint session_facilitator_free exclude using gist (facilitator_id with =, during with &&)
    deferrable initially immediate
);
