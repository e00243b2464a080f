-- A search asks for what is to come, and most workshops of an old site are over: for a frequent word the index of all of
-- them names ten times as many as are wanted. Which are over changes with the clock, and no index can ask the clock. So a
-- job puts away each workshop some days after its end, by noting here which end that was, and the two indexes below leave
-- out what is put away. A new date brings a workshop back by itself. What no job has seen yet is only found more slowly.
alter table workshops add column put_away_end timestamptz;

-- Without the list of what is yet to be sorted in, which every search would read to its end.
-- Allowed: index on a big table: some seconds for a hundred thousand workshops, and only saving a workshop waits
create index workshops_search_ahead_en on workshops using gin (search_vector_en) with (fastupdate = off)
  where status = 'published' and deleted_at is null and put_away_end is distinct from ends_at;
create index workshops_search_ahead_pl on workshops using gin (search_vector_pl) with (fastupdate = off)
  where status = 'published' and deleted_at is null and put_away_end is distinct from ends_at;
