-- Full-text search in Polish and English. PostgreSQL has no Polish configuration, and a dictionary file cannot be put on
-- a managed server, so Polish words are reduced to stems by rules made of built-ins only (decision 0004).
-- src/shared/catalogue/polish-stem.ts holds the same rules for the browser; its test compares the two.
--
-- Stems are stored in generated columns. To change a rule, write pl_stem_v2 in a new migration and rebuild the columns.

-- Small letters without marks: "Łódź" → "lodz". Decomposing first makes lower() see plain letters, which it knows even
-- in a database whose locale is C. Needs the encoding UTF8. Marks have no counterpart in the last list, so they go.
create function pl_fold(t text) returns text
  language sql immutable parallel safe strict
  return translate(
    lower(normalize(t, nfd)),
    'łŁß' || U&'\0300\0301\0302\0303\0304\0306\0307\0308\030A\030B\030C\0327\0328',
    'lls'
  );

-- Takes folded text and answers it with each word replaced by its stem. What stands between the words stays, because in a
-- query it may be an operator; only the signs that would make the parser see one file name in "mediacja/negocjacje", or
-- one host name in "koniec.Nowy", become spaces.
--
-- A stem is no word: it only has to be the same for all forms of one word.
-- PL/pgSQL keeps its plan for the connection (a search costs 40 µs and not 250); each step is materialized, or the planner
-- would write every mention of `word` out as the whole step before. Only names of pg_catalog may be used here: a restore
-- fills the generated columns with an empty search path. The collation C makes \w mean a-z, 0-9 and _ on every server.
create function pl_stem_words_v1(folded text) returns text
  language plpgsql immutable parallel safe strict
as $$
begin
  return (
    -- Stop words become empty. Forms that the endings alone would get wrong become the dictionary form of their word.
    with words as materialized (
      select place, translate(part[2], './@:<>&~', '        ') as gap, coalesce('{
        "a": "", "albo": "", "czy": "", "dla": "", "do": "", "i": "", "jest": "", "lub": "", "na": "", "o": "",
        "od": "", "oraz": "", "po": "", "sa": "", "sie": "", "to": "", "u": "", "w": "", "we": "", "z": "", "za": "",
        "ze": "",
        "bledu": "blad", "bledowi": "blad", "bledem": "blad", "bledzie": "blad", "bledy": "blad", "bledow": "blad",
        "bledom": "blad", "bledami": "blad", "bledach": "blad",
        "cesze": "cecha",
        "ciele": "cialo",
        "ludzie": "czlowiek", "ludzi": "czlowiek", "ludziom": "czlowiek", "ludzmi": "czlowiek", "ludziach": "czlowiek",
        "doswiadczeni": "doswiadczony",
        "dzieci": "dziecko", "dzieciom": "dziecko", "dziecmi": "dziecko", "dzieciach": "dziecko",
        "dnia": "dzien", "dniowi": "dzien", "dniem": "dzien", "dniu": "dzien", "dni": "dzien", "dnie": "dzien",
        "dniom": "dzien", "dniami": "dzien", "dniach": "dzien",
        "dziewczeta": "dziewczyna", "dziewczat": "dziewczyna", "dziewczetom": "dziewczyna",
        "dziewczetami": "dziewczyna", "dziewczetach": "dziewczyna",
        "gry": "gra", "grze": "gra", "gre": "gra", "gier": "gra", "grami": "gra", "grach": "gra",
        "gwiezdzie": "gwiazda",
        "imienia": "imie", "imieniu": "imie", "imieniem": "imie", "imiona": "imie", "imion": "imie", "imionom": "imie",
        "imionami": "imie", "imionach": "imie",
        "kosciele": "kosciol",
        "kregu": "krag", "kregowi": "krag", "kregiem": "krag", "kregi": "krag", "kregow": "krag", "kregom": "krag",
        "kregami": "krag", "kregach": "krag",
        "krwi": "krew", "krwia": "krew",
        "ksiedza": "ksiadz", "ksiedzu": "ksiadz", "ksiedzem": "ksiadz", "ksieza": "ksiadz", "ksiezy": "ksiadz",
        "ksiag": "ksiega",
        "kwiecie": "kwiat",
        "lesie": "las",
        "meza": "maz", "mezowi": "maz", "mezem": "maz", "mezu": "maz", "mezowie": "maz", "mezow": "maz", "mezom": "maz",
        "mezami": "maz", "mezach": "maz",
        "mierze": "miara",
        "miescie": "miasto",
        "miesiecy": "miesiac",
        "mlodsi": "mlodszy",
        "ofierze": "ofiara",
        "ojca": "ojciec", "ojcu": "ojciec", "ojcem": "ojciec", "ojcze": "ojciec", "ojcowie": "ojciec",
        "ojcow": "ojciec", "ojcom": "ojciec", "ojcami": "ojciec", "ojcach": "ojciec",
        "oka": "oko", "oku": "oko", "okiem": "oko", "oczy": "oko", "oczu": "oko", "oczom": "oko", "oczami": "oko",
        "oczyma": "oko", "oczach": "oko",
        "panowie": "pan",
        "pieniedzy": "pieniadz", "pieniedzmi": "pieniadz",
        "psa": "pies", "psu": "pies", "psem": "pies", "psie": "pies", "psy": "pies", "psow": "pies", "psom": "pies",
        "psami": "pies", "psach": "pies",
        "plci": "plec", "plcia": "plec", "plciom": "plec", "plciami": "plec", "plciach": "plec",
        "powiecie": "powiat",
        "przyjaciol": "przyjaciel", "przyjaciolom": "przyjaciel", "przyjaciolmi": "przyjaciel",
        "przyjaciolach": "przyjaciel",
        "ramienia": "ramie", "ramieniu": "ramie", "ramieniem": "ramie", "ramiona": "ramie", "ramion": "ramie",
        "ramionom": "ramie", "ramionami": "ramie", "ramionach": "ramie",
        "rekoma": "reka",
        "lata": "rok", "lat": "rok", "latom": "rok", "latami": "rok", "latach": "rok",
        "sasiedzie": "sasiad", "sasiedzi": "sasiad",
        "snu": "sen", "snem": "sen", "snie": "sen", "sny": "sen", "snow": "sen", "snom": "sen", "snami": "sen",
        "snach": "sen",
        "starsi": "starszy",
        "swiecie": "swiat",
        "synowie": "syn",
        "tysiecy": "tysiac",
        "tygodnia": "tydzien", "tygodniowi": "tydzien", "tygodniem": "tydzien", "tygodniu": "tydzien",
        "tygodnie": "tydzien", "tygodni": "tydzien", "tygodniom": "tydzien", "tygodniami": "tydzien",
        "tygodniach": "tydzien",
        "uszy": "ucho", "uszu": "ucho", "uszom": "ucho", "uszami": "ucho", "uszach": "ucho",
        "urzedu": "urzad", "urzedowi": "urzad", "urzedem": "urzad", "urzedzie": "urzad", "urzedy": "urzad",
        "urzedow": "urzad", "urzedom": "urzad", "urzedami": "urzad", "urzedach": "urzad",
        "wierze": "wiara",
        "wsi": "wies", "wsia": "wies", "wsie": "wies", "wsiom": "wies", "wsiami": "wies", "wsiach": "wies",
        "wyjezdzie": "wyjazd",
        "wykluczeni": "wykluczony",
        "zjezdzie": "zjazd",
        "zwierzecia": "zwierze", "zwierzeciu": "zwierze", "zwierzeciem": "zwierze", "zwierzeta": "zwierze",
        "zwierzat": "zwierze", "zwierzetom": "zwierze", "zwierzetami": "zwierze", "zwierzetach": "zwierze"
      }'::jsonb ->> part[1], part[1]) as word
      from regexp_matches(folded collate "C", '(\w*)(\W*)', 'g') with ordinality as parts (part, place)
    ),
    -- The longest ending goes that leaves three letters; -owie leaves four ("zdrowie" is no plural).
    without_ending as materialized (
      select place, gap, case
        when length(word) >= 9 and right(word, 5) = 'iowie' then left(word, -5)
        when length(word) >= 8 and right(word, 4) = 'owie' then left(word, -4)
        when length(word) >= 7 and right(word, 4) in ('iowi', 'iego', 'iemu', 'iami', 'iach') then left(word, -4)
        when length(word) >= 6 and right(word, 3) in
          ('owi', 'ego', 'emu', 'ami', 'imi', 'ymi', 'ach', 'ich', 'ych', 'iej', 'iem', 'iom', 'iow') then left(word, -3)
        when length(word) >= 5 and right(word, 2) in
          ('ow', 'om', 'em', 'im', 'ym', 'mi', 'ej', 'ia', 'ie', 'ii', 'io', 'iu') then left(word, -2)
        when length(word) >= 4 and right(word, 1) in ('a', 'e', 'i', 'o', 'u', 'y') then left(word, -1)
        else word
      end as word
      from words
    ),
    -- What still looks like an ending goes too, if four letters stay. "system" lost its -em above, "systemu" loses it here;
    -- so do "centrum" its -um, "warszawianin" its -in, and adjectives their -ow (zespołowy, like zespół).
    without_second_ending as materialized (
      select place, gap, case
        when length(word) >= 7 and right(word, 3) = 'ium' then left(word, -3)
        when length(word) >= 6 and right(word, 2) in ('ow', 'om', 'em', 'im', 'ym', 'um') then left(word, -2)
        when length(word) >= 6 and right(word, 4) = 'anin' then left(word, -2)
        else word
      end as word
      from without_ending
    ),
    -- Consonants that change before an ending get one spelling: dz, g → d (odwadze, odwaga); rz → r (trenerze, trener);
    -- t, k → c (warsztat, warsztacie; sztuka, sztuce).
    with_one_consonant as materialized (
      select place, gap, case
        when length(word) < 3 then word
        when length(word) >= 4 and right(word, 2) in ('dz', 'rz') then left(word, -1)
        when right(word, 1) = 'g' then left(word, -1) || 'd'
        when right(word, 1) in ('t', 'k') then left(word, -1) || 'c'
        else word
      end as word
      from without_second_ending
    ),
    -- j after a vowel goes (nadzieja, nadziei), and so does the e that comes and goes (książek, książka).
    stems as materialized (
      select place, gap, case
        when length(word) >= 4 and right(word, 2) in ('aj', 'ej', 'oj', 'uj') then left(word, -1)
        when length(word) >= 5 and right(word, 2) in ('ec', 'el', 'en', 'er')
          then regexp_replace(word, '(\w\w[bcdfghjklmnprstwz])i?e(\w)$', '\1\2')
        else word
      end as word
      from with_one_consonant
    )
    select coalesce(string_agg(word || gap, '' order by place), '') from stems
  );
end
$$;

-- "Mediacje w zespołach" → "mediacj  zespol". The body is bound now, unlike a string: it works in a restore.
create function pl_stem_v1(t text) returns text
  language sql immutable parallel safe strict
  return pl_stem_words_v1(pl_fold(t));

-- The query of a text in the notation of search engines ("a phrase", or, -without), where the last word may be unfinished:
-- `typed` says how it was typed, `stemmed` is what to look up. Only a plain word outside quotes is taken for unfinished.
create function search_query_as_typed(config regconfig, stemmed text, typed text) returns tsquery
  language plpgsql immutable parallel safe strict
as $$
declare
  finished text := websearch_to_tsquery(config, stemmed);
  beginning text := substring(typed from '(?:^|\s)([a-z0-9]{3,})$');
  last_stem text := plainto_tsquery(config, substring(stemmed from '[a-z0-9]+$'));
begin
  if beginning is null
    or coalesce(last_stem, '') = ''
    or length(replace(typed, '"', '')) % 2 <> length(typed) % 2
    or right(finished, length(last_stem)) <> last_stem
    or right(left(finished, -length(last_stem)), 1) = '!'
  then
    return finished;
  end if;
  return left(finished, -length(last_stem)) || '( ' || last_stem || ' | ''' || beginning || ''':* )';
end
$$;

create function search_query_en(q text) returns tsquery
  language sql immutable parallel safe strict
  return search_query_as_typed('pg_catalog.english', lower(left(q, 200)), lower(left(q, 200)));

-- Polish quotes count as quotes, "lub" as or; "and" says nothing that a space does not. Inside a phrase they are words.
-- A stop word or a dash may leave a minus behind that would turn the next word round, or an "or" with nothing before it.
create function search_query_pl(q text) returns tsquery
  language plpgsql immutable parallel safe strict
as $$
declare
  outside_quotes constant text := '(?=[^"]*(?:"[^"]*"[^"]*)*$)';
  typed text := pl_fold(translate(left(q, 200), '„”“«»', '"""""'));
  stemmed text;
begin
  stemmed := regexp_replace(typed, '\mlub\M' || outside_quotes, 'or', 'g');
  stemmed := regexp_replace(stemmed, '\mand\M' || outside_quotes, '', 'g');
  stemmed := regexp_replace(pl_stem_words_v1(stemmed), '-+(?=\s|$)', ' ', 'g');
  stemmed := regexp_replace(stemmed, '^\s*(or\M\s*)+', '');
  return search_query_as_typed('pg_catalog.simple', stemmed, typed);
end
$$;
