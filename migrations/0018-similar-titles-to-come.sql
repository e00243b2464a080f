-- Similar titles are compared up to a number. Most titles of an old site belong to what is over: counted in, they can
-- take all the places, and a search with a typing error finds nothing. The function with one argument is for the
-- version before this one and goes later.
create function search_workshop_titles(q text, ends_from timestamptz) returns table (id uuid, similarity real)
  language sql stable strict
  set pg_trgm.word_similarity_threshold = 0.4
  begin atomic
    select w.id, word_similarity(q, coalesce(w.title->>'en', '') || ' ' || coalesce(w.title->>'pl', ''))
    from workshops w
    where (coalesce(w.title->>'en', '') || ' ' || coalesce(w.title->>'pl', '')) %> left(q, 200)
      and w.status = 'published' and w.deleted_at is null and w.ends_at >= ends_from
    -- Words that half of all titles share are no help, and comparing them all takes seconds.
    limit 300;
  end;
