-- The public list leaves out what is over: counted and sorted from this index alone, however many workshops are past.
create index workshops_not_over on workshops (ends_at, starts_at, id) where status = 'published' and deleted_at is null;

-- The studio's list, last edited first.
create index workshop_drafts_updated on workshop_drafts (updated_at desc, workshop_id desc);

-- Whose drafts a facilitator may see. Only names of pg_catalog may be used here: a restore fills the index with an empty
-- search path.
create function draft_facilitators(content jsonb) returns uuid[]
  language sql immutable parallel safe strict
  return array(select (part ->> 'facilitatorId')::uuid from jsonb_array_elements(content -> 'facilitators') as part);
create index workshop_drafts_facilitators on workshop_drafts using gin (draft_facilitators(content));
