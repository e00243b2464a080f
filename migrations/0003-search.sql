-- Full-text search in Polish and English.
-- Bodies are `return …` and not strings, so names in them are bound now: a restore, which runs with an empty search path, still works.

create function pl_fold(t text) returns text
  language sql immutable parallel safe strict
  return translate(lower(t), 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻàáâäçèéêëìíîïñòôöùúûüß', 'acelnoszzACELNOSZZaaaaceeeeiiiinooouuuus');

create function pl_stem_v1(t text) returns text
  language sql immutable parallel safe strict
  return regexp_replace(regexp_replace(regexp_replace(
    regexp_replace(pl_fold(t),
      '\m(?:([a-z0-9]{5,}?)owie|([a-z0-9]{3,}?)(?:owi|iego|ego|iemu|emu|iami|ami|ymi|imi|iach|ach|iom|om|iow|ow|ych|ich|iej|ej|iem|em|ym|im|mi|ia|ie|io|iu|ii|a|e|i|o|u|y)|([a-z0-9]{3,}?)i?e([kc]))\M', '\1\2\3\4', 'g'),
    '(?<=[a-z0-9]{2})dz\M', 'd', 'g'), '(?<=[a-z0-9]{2})rz\M', 'r', 'g'), '(?<=[a-z0-9]{3})[tk]\M', 'c', 'g');

create function search_query_pl(q text) returns tsquery
  language sql immutable parallel safe strict
  return websearch_to_tsquery('pg_catalog.simple', pl_stem_v1(left(q, 200)));

create function search_query_en(q text) returns tsquery
  language sql immutable parallel safe strict
  return websearch_to_tsquery('pg_catalog.english', left(q, 200));
