-- In the lax mode of a path `**` meets the content of an array twice, so every word of a description was indexed twice.
-- In the strict mode it meets it once; a description that lacks the language is then an error, which is to be silent.
alter table workshops drop column search_vector_en, drop column search_vector_pl;
alter table workshops
  add column search_vector_en tsvector generated always as (
    setweight(to_tsvector('english', coalesce(title->>'en', '')), 'A') ||
    setweight(to_tsvector('english', coalesce(subtitle->>'en', '')), 'B') ||
    setweight(to_tsvector('english', coalesce(summary->>'en', '')), 'C') ||
    setweight(jsonb_to_tsvector('english', jsonb_path_query_array(description, 'strict $.en.**.text', '{}', true), '["string"]'), 'D')
  ) stored,
  add column search_vector_pl tsvector generated always as (
    setweight(to_tsvector('simple', pl_stem_v1(coalesce(title->>'pl', ''))), 'A') ||
    setweight(to_tsvector('simple', pl_stem_v1(coalesce(subtitle->>'pl', ''))), 'B') ||
    setweight(to_tsvector('simple', pl_stem_v1(coalesce(summary->>'pl', ''))), 'C') ||
    setweight(to_tsvector('simple', pl_stem_v1(jsonb_path_query_array(description, 'strict $.pl.**.text', '{}', true)::text)), 'D')
  ) stored;
create index idx_workshops_search_en on workshops using gin (search_vector_en);
create index idx_workshops_search_pl on workshops using gin (search_vector_pl);
